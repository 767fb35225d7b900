#!/usr/bin/env node
import { argv, env, exit, stderr, stdout } from "node:process";
import { runCommand } from "./run-command.ts";

const { code, output } = await runCommand(argv.slice(2), env);
(code === 2 ? stderr : stdout).write(`${output}\n`);
exit(code);
