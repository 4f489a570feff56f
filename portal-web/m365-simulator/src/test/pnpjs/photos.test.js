// A process trusts an extra certificate authority only from its start. So the simulator is started here, and the calls
// are made in a process of their own, which knows the simulator's authority.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startSimulator } from "./simulator.js";

let simulator;

before(async () => {
  simulator = await startSimulator();
});

after(() => simulator?.stop());

test("@pnp/sp reads and writes profile photos in the simulator", async () => {
  const { NODE_TEST_CONTEXT, ...environment } = process.env;
  const client = spawn(process.execPath, [fileURLToPath(new URL("client/photos.js", import.meta.url))], {
    stdio: "inherit",
    env: {
      ...environment,
      NODE_EXTRA_CA_CERTS: join(simulator.folder, "ca.pem"),
      SIMULATOR_FOLDER: simulator.folder,
      SIMULATOR_SETTINGS: JSON.stringify(simulator.settings),
    },
  });
  const [code, signal] = await once(client, "exit");
  assert.equal(code ?? signal, 0, "the client's own report says which check failed");
});
