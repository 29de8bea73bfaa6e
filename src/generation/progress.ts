/** How far an ad is, for whoever watches: a chat message, a progress bar. */

export type Stage = 'looking' | 'ideas' | 'queued' | 'stills' | 'film' | 'delivering';

export type Progress = {
  adId: string;
  stage: Stage;
  /** Of the whole ad, 0 to 1. */
  done: number;
  /** Ads before this one; only while queued. */
  ahead?: number;
  /** How long until it begins, where that is known; only while queued. */
  waitMs?: number | null;
  /** The creative that was just finished. */
  finished?: { creativeId: string; format: string };
};

/** Never rejects and never holds the work up for long. */
export type ReportProgress = (progress: Progress) => Promise<void>;
