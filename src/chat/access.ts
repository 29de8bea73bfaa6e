/** Whether a person may use the bot where they ask, by the rules of their workspace and what they are in it. */
import { mayUse, type Refusal, type WorkspaceRules } from '../accounts/workspace-rules.ts';
import type { Visit } from './membership.ts';
import type { PersonRef, Place } from './messages.ts';
import type { RulesAtHand } from './rules-at-hand.ts';
import type { ChatOf } from './show-progress.ts';
import type { Wording } from './wording/wording.ts';

export type AccessDeps = { rules: Pick<RulesAtHand, 'known' | 'learn'>; chatOf: ChatOf };

/** Null: they may. */
export async function refusalOf(deps: AccessDeps, person: PersonRef, place: Place): Promise<Refusal | null> {
  const own = await deps.rules.learn(person);
  if (isOpen(own)) return null;
  const membership = deps.chatOf(person.platform)?.membership;
  if (!membership) return 'not-for-you';
  const [standings, channel] = await Promise.all([membership.standings(person), membership.channelOf(place)]);
  const rules = new Map<string, WorkspaceRules>();
  for (const { workspace } of standings) rules.set(workspace, await deps.rules.learn({ ...person, workspace }));
  return verdict(person, { standings, channel }, rules);
}

/** The same from what is at hand: null where they may, and where it is not known yet. It is looked at again when the request is carried out. */
export function knownRefusal(deps: AccessDeps, person: PersonRef, place: Place): Refusal | null {
  const visit = deps.chatOf(person.platform)?.membership.known(person, place);
  const own = deps.rules.known(person);
  const rules = new Map<string, WorkspaceRules>();
  for (const { workspace } of visit?.standings ?? []) {
    const found = deps.rules.known({ ...person, workspace });
    if (found) rules.set(workspace, found);
  }
  if (own && isOpen(own)) return null;
  if (own && visit && rules.size === visit.standings.length) return verdict(person, visit, rules);
  // For the next time; whatever fails here is met again, and told, when the request is carried out.
  refusalOf(deps, person, place).catch(() => undefined);
  return null;
}

export async function isAdmin({ chatOf }: Pick<AccessDeps, 'chatOf'>, person: PersonRef): Promise<boolean> {
  const standings = (await chatOf(person.platform)?.membership.standings(person)) ?? [];
  return standings.some(({ workspace, standing }) => workspace === person.workspace && standing.isAdmin);
}

export function refusalWords({ team }: Wording, refusal: Refusal): string {
  switch (refusal) {
    case 'not-for-you':
      return team.notForYou;
    case 'not-here':
      return team.notHere;
  }
}

const isOpen = ({ who, channels }: WorkspaceRules): boolean => who.are === 'everyone' && channels === null;

/** Of several workspaces one is enough. */
function verdict(
  { person }: PersonRef,
  { standings, channel }: Visit,
  rules: ReadonlyMap<string, WorkspaceRules>,
): Refusal | null {
  const verdicts = standings.map(({ workspace, standing }) => {
    const own = rules.get(workspace);
    return own ? mayUse(own, { person, standing, channel }) : 'not-for-you';
  });
  if (verdicts.includes('yes')) return null;
  return verdicts.includes('not-here') ? 'not-here' : 'not-for-you';
}
