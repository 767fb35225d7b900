export type { SignInOptions } from "./browsing/sign-in.ts";
export type { SigningAlgorithm, StandInClient, StandInOptions } from "./options.ts";
export { oddPeople } from "./people/odd-people.ts";
export type { StandInPerson } from "./people/person.ts";
export { startFranceConnectStandIn, type FranceConnectStandIn } from "./start-france-connect-stand-in.ts";
export type { CallbackFault, EndpointFault, FaultKinds } from "./tampering/faults.ts";
export type { Forge, IssuedToken, JsonMembers } from "./tampering/forge.ts";
export type { Tampering } from "./tampering/tamper-with-answers.ts";
