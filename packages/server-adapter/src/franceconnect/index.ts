export { createFranceConnect } from "./create-france-connect.ts";
export type {
  FranceConnectClientAuthentication,
  FranceConnectLevel,
  FranceConnectOptions,
  FranceConnectSigningAlgorithm,
} from "./france-connect-options.ts";
