export { accountsContract, type AccountsCase, type AccountsUnderTest } from "./accounts/accounts-contract.ts";
export {
  storedAccountsContract,
  type StoredAccountsCase,
  type StoredAccountsUnderTest,
} from "./accounts/stored-accounts-contract.ts";
export {
  directoryContract,
  type DirectoryCase,
  type DirectoryUnderTest,
} from "./directory/directory-contract.ts";
export {
  directoryWriterContract,
  type DirectoryWriterCase,
  type DirectoryWriterUnderTest,
} from "./directory/directory-writer-contract.ts";
export { reportsContract, type ReportsCase, type ReportsUnderTest } from "./reports-contract.ts";
export {
  smsGatewayContract,
  type SmsGatewayCase,
  type SmsGatewayUnderTest,
  type SmsTrouble,
} from "./sms-gateway-contract.ts";
export {
  durableStoreContract,
  storeContract,
  type StoreCase,
  type StoreUnderTest,
} from "./store-contract.ts";
