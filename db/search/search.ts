import type { SearchHit, SearchOptions } from '../book.ts';
import { StoreError } from '../store-error.ts';
import type { Db } from '../tables/read-records.ts';
export async function searchRecords(_db: Db, _query: string, _options: SearchOptions = {}): Promise<SearchHit[]> {
  throw new StoreError('SQL', {}, 'being written');
}
