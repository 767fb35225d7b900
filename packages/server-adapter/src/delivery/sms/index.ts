export { createOvhSmsGateway, type OvhSmsGateway, type OvhSmsGatewayOptions } from "./ovh-gateway.ts";
export {
  createWebhookSmsGateway,
  type WebhookSmsGateway,
  type WebhookSmsGatewayOptions,
} from "./webhook-gateway.ts";
