/** How a method of the loopback Slack says no: always HTTP 200 with a short code, as Slack does. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(code: string, details: Record<string, unknown> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** `invalid_arguments` and its kin name each problem the way Slack does. */
export function refuseWith(code: string, problems: string[]): Refusal {
  return new Refusal(code, { response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) } });
}
