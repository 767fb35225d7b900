/** What the portal signs its texts with; the gateway of a benchmark takes any. */
export const gatewaySecret = `whsec_${Buffer.alloc(32, "bench").toString("base64")}`;
