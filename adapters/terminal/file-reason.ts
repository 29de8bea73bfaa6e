/** Why the system did not let a file or folder be used, in words; null when the error is none of its. */
const reasons: Record<string, string> = {
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EROFS: 'its disk is read-only',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'there is a file of that name',
  EISDIR: 'it is a folder, not a file',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
};

export function fileReason(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const words = reasons[String(error.code)];
  return words ? `${words} (${String(error.code)})` : null;
}

/** The same for a folder that was to be made: on some read-only disks the system only says that it is not there. */
export const folderReason = (error: unknown): string | null =>
  fileReason(error)?.replace(reasons['ENOENT'] ?? '', 'it could not be made there; its disk may be read-only') ?? null;
