import type { z } from 'zod';

/** One KIND of line: how it reads, and what it answers. */
export interface Kind {
  /** Throws a zod error whose issues say what is wrong where. */
  readonly answer: (line: unknown) => object;
}

export const kind = <Shape extends z.ZodType>(
  shape: Shape,
  rule: (line: z.output<Shape>) => object,
): Kind => ({
  answer: (line) => rule(shape.parse(line)),
});
