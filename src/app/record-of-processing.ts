/** The record of processing activities (GDPR art. 30) and the data map, as Markdown, from the same declarations that the policy is made of. */
import type { Holding, PersonalData } from '../privacy/personal-data.ts';
import { policyVersion } from '../privacy/policy.ts';

export function recordOfProcessing(declarations: Readonly<Record<string, PersonalData>>): string {
  const parts = Object.entries(declarations).map(([system, data]) => {
    const areas = Object.entries(data);
    const held = areas.flatMap(([area, one]) => ('holds' in one ? [line(area, one)] : []));
    const nothing = areas.flatMap(([area, one]) => ('keepsNothing' in one ? [`- ${area}: ${one.keepsNothing}`] : []));
    return [
      `## ${system}`,
      '',
      ...(held.length > 0 ? [heading, ruler, ...held, ''] : []),
      ...(nothing.length > 0 ? ['Keeps nothing:', '', ...nothing, ''] : []),
    ].join('\n');
  });
  return [`# Record of processing, policy ${policyVersion}`, '', ...parts].join('\n');
}

const columns = ['what', 'holds', 'purpose', 'policy clause', 'kept for', 'exported', 'erased', 'expires'];
const heading = `| ${columns.join(' | ')} |`;
const ruler = `| ${columns.map(() => '---').join(' | ')} |`;

const line = (area: string, { holds, purpose, clause, keptFor, exported, erased, expires }: Holding): string =>
  `| ${[area, holds, purpose, clause, keptFor, exported, erased, expires].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
