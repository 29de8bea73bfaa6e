/** Collects all records of a person: one thing at a time, so that memory does not grow with what they have. */
import { type AccountStore, accountIdentity } from '../../../accounts/account.ts';
import type { Identity, OwnerStore } from '../../../accounts/owners.ts';
import type { SettingsStore } from '../../../accounts/settings.ts';
import type { KitStore } from '../../../brand/kit-store.ts';
import type { ProductStore } from '../../../brand/product.ts';
import { AppError } from '../../../errors.ts';
import type { Ad, AdStore, PhotoStore, StepStore } from '../../../generation/ad.ts';
import type { ConsentStore } from '../../../privacy/consent.ts';
import type { DisclosureStore } from '../../../privacy/disclosure.ts';
import type { UsageStore } from '../../../usage/usage.ts';
import type { ConversationStore } from '../../conversation-store.ts';
import type { IntakeStore } from '../../intake-store.ts';
import type { MessageRef } from '../../messages.ts';
import { fileName } from '../../outgoing-file.ts';
import { personKey } from '../../take-in.ts';
import type { Entry } from './export-facts.ts';
import type { RecordOf } from './records.ts';

export type GatherDeps = {
  accounts: Pick<AccountStore, 'of' | 'members' | 'credentials'>;
  owners: Pick<OwnerStore, 'belongings' | 'identity' | 'findWorkspace'>;
  settings: Pick<SettingsStore, 'read'>;
  ads: Pick<AdStore, 'read'>;
  steps: Pick<StepStore, 'creatives'>;
  photos: Pick<PhotoStore, 'ofAd'>;
  products: Pick<ProductStore, 'ofOwner'>;
  kits: Pick<KitStore, 'ofWorkspace'>;
  consents: Pick<ConsentStore, 'history'>;
  disclosures: Pick<DisclosureStore, 'ofOwner'>;
  intakes: Pick<IntakeStore, 'ofPerson'>;
  usage: Pick<UsageStore, 'ofPerson'>;
  conversations: Pick<ConversationStore, 'read'>;
};

/** A media file without its length, which is learned when it is read. */
export type MediaEntry = Omit<Entry, 'bytes'> & { bytes: number | null };

type Who = { ownerId: string; identity: Required<Identity> };

/** Whose copy it is: all members of an account, or one member without any. */
export type Subject = { accountId: string | null; members: Who[] };

/** Null for somebody of whom nothing is held any more. */
export async function subjectOf(
  deps: Pick<GatherDeps, 'accounts'> & { owners: Pick<OwnerStore, 'find' | 'identity'> },
  person: Required<Identity>,
): Promise<Subject | null> {
  const ownerId = await deps.owners.find(person);
  if (!ownerId) return null;
  const accountId = await deps.accounts.of(ownerId);
  const ids = accountId ? await deps.accounts.members(accountId) : [ownerId];
  const members = await Promise.all(ids.map(async (id) => ({ ownerId: id, identity: await deps.owners.identity(id) })));
  return {
    accountId,
    members: members.flatMap(({ ownerId: id, identity }) =>
      identity?.person === undefined ? [] : [{ ownerId: id, identity: { ...identity, person: identity.person } }],
    ),
  };
}

export async function* accountOf(deps: GatherDeps, { accountId, members }: Subject): AsyncGenerator<RecordOf<'account'>> {
  const credentials = accountId ? await deps.accounts.credentials(accountId) : null;
  yield {
    account: accountId,
    email: credentials?.email ?? null,
    isVerified: credentials?.isVerified ?? false,
    hasPassword: credentials !== null,
    recoveryCodes: credentials?.recovery.filter((code) => code !== null).length ?? 0,
    members: await Promise.all(
      members.map(async ({ ownerId, identity }) => ({ member: ownerId, settings: await deps.settings.read(identity) })),
    ),
  };
}

export async function* identitiesOf(_: GatherDeps, { identity }: Who): AsyncGenerator<RecordOf<'identities'>> {
  yield identity;
}

export async function* consentsOf(deps: GatherDeps, { ownerId }: Who): AsyncGenerator<RecordOf<'consents'>> {
  for (const { at, ...answer } of await deps.consents.history(ownerId)) yield { ...answer, at: instant(at) };
}

/** Ads that are being erased are left out. */
async function* readableAds(deps: GatherDeps, ownerId: string): AsyncGenerator<Ad> {
  for (const id of (await deps.owners.belongings(ownerId)).ads) {
    const ad = await orNone(deps.ads.read(id));
    if (ad && ad.state !== 'erasing') yield ad;
  }
}

export async function* adsOf(deps: GatherDeps, { ownerId }: Who): AsyncGenerator<RecordOf<'ads'>> {
  for await (const ad of readableAds(deps, ownerId)) {
    const creatives = await deps.steps.creatives(ad.id);
    yield {
      id: ad.id,
      firstVersion: ad.rootId,
      version: ad.version,
      state: ad.state,
      madeAt: instant(ad.createdAt),
      brief: ad.brief,
      recipe: ad.recipe,
      proposals: ad.proposals?.recipes ?? [],
      approval: ad.approval?.state ?? null,
      photos: (await deps.photos.ofAd(ad.id)).map(({ id }) => photoPath(id)),
      files: creatives.map(({ format, width, height, altText, mediaType }) => ({
        path: `${adFolder(ad)}/${fileName({ format, width, height, mediaType })}`,
        format,
        width,
        height,
        altText,
      })),
    };
  }
}

export async function* mediaOf(deps: GatherDeps, { ownerId, identity }: Who): AsyncGenerator<MediaEntry> {
  const kept = { category: 'media', retention: 'until-deleted' } as const;
  const seen = new Set<string>();
  for await (const ad of readableAds(deps, ownerId)) {
    for (const creative of await deps.steps.creatives(ad.id)) {
      const path = `${adFolder(ad)}/${fileName(creative)}`;
      const source = { from: 'creative' as const, id: creative.id, adId: ad.id };
      yield { ...kept, path, mediaType: creative.mediaType, bytes: creative.bytes, source };
    }
    for (const photo of await deps.photos.ofAd(ad.id)) {
      if (seen.has(photo.id)) continue;
      seen.add(photo.id);
      yield {
        ...kept,
        path: photoPath(photo.id),
        mediaType: 'image/jpeg',
        bytes: null,
        source: { from: 'photo', id: photo.id, area: 'photos' },
      };
    }
  }
  for (const kit of await kitsOf(deps, ownerId, identity)) {
    const { id } = kit;
    if (kit.hasLogo) yield { ...kept, path: logoPath(id), mediaType: 'image/png', bytes: null, source: { from: 'logo', id } };
    if (kit.facts.font)
      yield { ...kept, path: fontPath(id), mediaType: 'application/octet-stream', bytes: null, source: { from: 'font', id } };
  }
}

export async function* productsOf(deps: GatherDeps, { ownerId }: Who): AsyncGenerator<RecordOf<'products'>> {
  for (const { id, facts, photoIds } of await deps.products.ofOwner(ownerId))
    yield { id, ...facts, photos: photoIds.map(photoPath) };
}

/** Those that this person made; they belong to the workspace. */
async function kitsOf(deps: GatherDeps, ownerId: string, identity: Identity) {
  const workspaceId = await deps.owners.findWorkspace(identity);
  const kits = workspaceId ? await deps.kits.ofWorkspace(workspaceId) : [];
  return kits.filter(({ makerId }) => makerId === ownerId);
}

export async function* brandsOf(deps: GatherDeps, { ownerId, identity }: Who): AsyncGenerator<RecordOf<'brands'>> {
  for (const { id, hasLogo, facts } of await kitsOf(deps, ownerId, identity)) {
    const { editors: _, ...rest } = facts;
    yield { id, ...rest, logo: hasLogo ? logoPath(id) : null };
  }
}

export async function* disclosuresOf(deps: GatherDeps, { ownerId }: Who): AsyncGenerator<RecordOf<'disclosures'>> {
  for (const { partner, adId, at, lapsesAt, facts } of await deps.disclosures.ofOwner(ownerId))
    yield { partner, ad: adId, at: instant(at), lapsesAt: lapsesAt === null ? null : instant(lapsesAt), ...facts };
}

export async function* requestsOf(deps: GatherDeps, { identity }: Who): AsyncGenerator<RecordOf<'requests'>> {
  for (const { createdAt, state, input } of await deps.intakes.ofPerson(personKey(identity)))
    yield { at: instant(createdAt), state, input };
}

/** In chats, and on the pages of the account. */
export async function* usageOf(deps: GatherDeps, { accountId, members }: Subject): AsyncGenerator<RecordOf<'usage'>> {
  const identities = [...members.map(({ identity }) => identity), ...(accountId ? [accountIdentity(accountId)] : [])];
  for (const identity of identities)
    for (const { at, ...event } of await deps.usage.ofPerson(personKey(identity))) yield { at: instant(at), ...event };
}

export async function* messagesOf(deps: GatherDeps, { ownerId }: Who): AsyncGenerator<RecordOf<'messages'>> {
  for await (const ad of readableAds(deps, ownerId)) {
    const conversation = await orNone(deps.conversations.read(ad.id));
    if (!conversation) continue;
    const { post, address } = conversation;
    const named = (ref: MessageRef, what: RecordOf<'messages'>['what']) => ({ ad: ad.id, ...ref, what });
    if (post) yield named(post.message, 'ad');
    if (address.shared) yield named(address.shared, 'copy');
    for (const earlier of address.earlier) yield named(earlier, 'earlier');
  }
}

const instant = (ms: number): string => new Date(ms).toISOString();
const adFolder = ({ id, version }: Pick<Ad, 'id' | 'version'>): string => `media/ads/${id}_v${version}`;
const photoPath = (id: string): string => `media/photos/${id}.jpg`;
const logoPath = (id: string): string => `media/brands/${id}.png`;
const fontPath = (id: string): string => `media/brands/${id}.font`;

/** What is erased meanwhile is left out. */
async function orNone<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'key-erased') return null;
    throw error;
  }
}
