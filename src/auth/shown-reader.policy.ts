import { readerHeader } from '../../contract/auth';
import { OtherReader } from './auth.errors';

/**
 * All frames of a browser have one session. A page says whose name it shows, so that nothing goes out under the name of somebody who logged in
 * beside it; who does not say is not asked.
 * @throws OtherReader
 */
export function assertShownReader(headers: Record<string, string | string[] | undefined>, readerId: string): void {
  const shown = headers[readerHeader];
  if (shown !== undefined && shown.toString().toLowerCase() !== readerId) throw new OtherReader();
}
