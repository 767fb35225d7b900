export { createJsonLogger } from "./json-logger.ts";
export { nodeCryptoEngine } from "./node-crypto-engine.ts";
export { createArgon2Hasher, type Argon2HasherOptions } from "./password-hasher.ts";
export { serve, type RunningServer, type ServeOptions } from "./serve.ts";
export { toNodeListener, type NodeListenerOptions } from "./to-node-listener.ts";
