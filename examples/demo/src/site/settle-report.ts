import type { SchoolReports } from "../schools/school-reports.ts";
import { respondText } from "./responses.ts";

/** Takes the form of the page of reports, sent from that page and no other, and leads back to it. */
export async function settleReport(
  request: Request,
  publicOrigin: string,
  reports: SchoolReports,
): Promise<Response> {
  if (request.headers.get("origin") !== publicOrigin) {
    return respondText(403, "This form is sent from its own page only.");
  }
  const form = new URLSearchParams(await request.text());
  const schoolId = form.get("school") ?? "";
  await reports.settle(form.get("id") ?? "", schoolId);
  const place = /^\w+$/u.test(schoolId) ? `#ecole-${schoolId}` : "";
  return new Response(null, { status: 303, headers: { location: `/demo/reports${place}` } });
}
