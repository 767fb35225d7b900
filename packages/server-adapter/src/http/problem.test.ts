import { describe, expect, it } from "vitest";
import { problemCodes, problemResponse, problems } from "./problem.ts";

describe("problem details (RFC 9457)", () => {
  it.each(problemCodes)("%s says its code, its status and what happened", (code) => {
    const response = problemResponse(code);
    expect(response.status).toBe(problems[code][0]);
    expect(response.headers?.["content-type"]).toBe("application/problem+json");
    expect(response.body).toEqual({
      type: `urn:educonnect-activation:problem:${code}`,
      title: problems[code][1],
      status: response.status,
      code,
    });
  });

  it("say twice when to try again", () => {
    const response = problemResponse("server_busy", { retryAfterSeconds: 3 });
    expect(response.headers?.["retry-after"]).toBe("3");
    expect(response.body).toMatchObject({ retryAfterSeconds: 3 });
  });

  it("carry what was given and nothing else", () => {
    const issues = [{ code: "field_missing", field: "a" }] as const;
    const cookies = [{ name: "a", value: null, maxAgeSeconds: 0 }];
    const response = problemResponse("request_invalid", { issues, cookies, headers: { allow: "GET" } });
    expect(response.body).toMatchObject({ issues });
    expect(response.body).not.toHaveProperty("flow");
    expect(response.cookies).toEqual(cookies);
    expect(response.headers?.["allow"]).toBe("GET");
  });
});
