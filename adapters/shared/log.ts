/** What an adapter writes to the log; the core's own logger is one of these. */
export interface AdapterLog {
  debug(data: object, message: string): void;
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}
