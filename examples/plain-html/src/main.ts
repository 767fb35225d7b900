import { startExample } from "./start-example.ts";

const { origin, letter } = await startExample(4600);
process.stdout.write(`${origin}/ as ${letter.identifier} with ${letter.provisionalPassword}\n`);
