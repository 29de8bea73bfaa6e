/** Nothing is kept for a person before they agreed to it, and to which text (policy clause 4). */
import type { Settings } from './settings.ts';

/** Whether they agreed to the present text, and said how their photos are kept. */
export const hasAccepted = ({ accepted, keepPhotos }: Settings, policyVersion: string): boolean =>
  accepted === policyVersion && keepPhotos !== undefined;
