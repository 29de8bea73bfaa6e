/** Why the program cannot start, in words for its operator: what happened and what to do. */
export class StartProblem extends Error {}

/** The adapter's own error says what to do; it becomes the words at start. */
export function explainStart(error: unknown): never {
  if (error instanceof Error && 'remedy' in error) throw new StartProblem(String(error.remedy));
  throw error;
}
