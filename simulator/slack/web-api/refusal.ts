import type { JsonObject } from '../../common/json.ts';

/**
 * An answer with `ok: false`. Thrown, because in an HTTP API a refusal ends the request wherever it is found; the one
 * place that catches it writes the answer and the violation.
 */
export class WebApiRefusal extends Error {
  readonly code: string;
  /** Slack's explanations, each with a JSON pointer. */
  readonly problems: readonly string[];
  readonly extra: JsonObject;

  constructor(code: string, problems: readonly string[] = [], extra: JsonObject = {}) {
    super(problems.length === 0 ? code : `${code}: ${problems.join('; ')}`);
    this.code = code;
    this.problems = problems;
    this.extra = extra;
  }

  /** As Slack spells it out. https://docs.slack.dev/apis/web-api/#errors */
  body(): JsonObject {
    const messages = this.problems.map((problem) => `[ERROR] ${problem}`);
    const explained = messages.length === 0 ? {} : { errors: this.problems, response_metadata: { messages } };
    return { ok: false, error: this.code, ...explained, ...this.extra };
  }
}
