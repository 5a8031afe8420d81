/** The person (or the test that plays them) tried what the platform's client does not offer. Says what would be possible. */
export class NotPossible extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
