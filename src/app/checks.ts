/** The doctor's questions: each part is asked live, and each red line carries its remedy. */
import { z } from 'zod';
import { AppError } from '../errors.ts';

export const checkResultSchema = z.object({
  part: z.string(),
  state: z.enum(['fine', 'weak', 'wrong']),
  says: z.string(),
  remedy: z.string().nullable(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** `ask` answers with what is fine, or a finished result; when it rejects, the part is wrong and `remedy` is shown. */
export type Question = { part: string; remedy: string; ask(): Promise<string | Omit<CheckResult, 'part'> | CheckResult[]> };

/** Longer than any healthy part needs. */
const patienceMs = 30_000;

export async function runChecks(questions: Question[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const question of questions) results.push(...(await answerOf(question)));
  return results;
}

async function answerOf({ part, remedy, ask }: Question): Promise<CheckResult[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs / 1000} s`)), patienceMs);
  });
  try {
    const answer = await Promise.race([ask(), late]);
    if (typeof answer === 'string') return [{ part, state: 'fine', says: answer, remedy: null }];
    return Array.isArray(answer) ? answer : [{ part, ...answer }];
  } catch (error) {
    return [{ part, state: 'wrong', says: reasonOf(error), remedy }];
  } finally {
    clearTimeout(timer);
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof AppError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : 'it failed without saying why';
};

const marks = { fine: 'ok    ', weak: 'weak  ', wrong: 'WRONG ' } as const;

export function checkLines(results: CheckResult[]): string[] {
  const width = Math.max(...results.map((result) => result.part.length));
  return results.flatMap(({ part, state, says, remedy }) => [
    `${marks[state]} ${part.padEnd(width)}  ${says}`,
    ...(remedy ? [`${' '.repeat(marks.fine.length + width + 3)}-> ${remedy}`] : []),
  ]);
}
