import type { Connection, Driver } from '#db/driver/driver.ts';

/** Time that statements took, ms, by what they are for. */
export type StatementTimes = Map<string, number>;

/** The same driver, adding up how long its statements take under the name that `nameOf` gives them. */
export function timingDriver(driver: Driver, times: StatementTimes, nameOf: (sql: string) => string): Driver {
  return {
    name: driver.name,
    open: async (path, keyHex, mode) => timing(await driver.open(path, keyHex, mode), times, nameOf),
  };
}

function timing(connection: Connection, times: StatementTimes, nameOf: (sql: string) => string): Connection {
  const add = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    try {
      return await work();
    } finally {
      const name = nameOf(sql);
      times.set(name, (times.get(name) ?? 0) + performance.now() - start);
    }
  };
  return {
    ...connection,
    run: (sql, params) => add(sql, () => connection.run(sql, params)),
    all: (sql, params) => add(sql, () => connection.all(sql, params)),
  };
}
