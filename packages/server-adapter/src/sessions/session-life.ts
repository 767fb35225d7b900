/** NIST SP 800-63B-4, 2.2.3: a day at most, and an hour at most without a sign of the person. */
export const defaultSessionLife = { sessionTtlSeconds: 3_600, sessionCeilingSeconds: 86_400 } as const;
