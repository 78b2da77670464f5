import type { Migration } from '../connection/migrate.ts';
import { CUSTODY } from './0003/custody.ts';
import { ORDERS } from './0003/orders.ts';
import { WORK } from './0003/work.ts';

/** Orders with terms and service, breaches with their chain, custody, the case's procedure. Frozen with its parts. */
export const ordersAndChain: Migration = {
  number: 3,
  name: 'orders-and-chain',
  sql: [ORDERS, CUSTODY, WORK].join('\n'),
};
