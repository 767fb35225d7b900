import { HttpConnection } from "./http-connection.ts";

/** As many connections as are in use at once. */
export function createConnectionPool(port: number) {
  const idle: HttpConnection[] = [];
  const opened: HttpConnection[] = [];
  return {
    async use<Result>(work: (connection: HttpConnection) => Promise<Result>): Promise<Result> {
      const connection = idle.pop() ?? (await HttpConnection.open(port));
      if (!opened.includes(connection)) opened.push(connection);
      const result = await work(connection);
      idle.push(connection);
      return result;
    },
    close(): void {
      for (const connection of opened) connection.close();
    },
  };
}
