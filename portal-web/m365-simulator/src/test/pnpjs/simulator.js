// Starts the simulator's jar for one test run, and ends it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const JAR = process.env.M365_SIMULATOR_JAR
  ?? fileURLToPath(new URL("../../../target/m365-simulator.jar", import.meta.url));
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
const READY_WITHIN_MS = 90_000;

/** Resolves once every port answers; `folder` holds the certificates, `settings` the addresses. */
export async function startSimulator() {
  if (!existsSync(JAR)) {
    throw new Error(`${JAR} is missing: build it with mvn -pl portal-web/m365-simulator -am package`);
  }
  const folder = await mkdtemp(join(tmpdir(), "m365-simulator-"));
  const options = ["--port", "0", "--users", "60", "--config-dir", folder];
  const child = spawn(JAVA, ["-jar", JAR, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.resume();
  try {
    const settings = await settingsOf(child, join(folder, "tenant.properties"));
    return { folder, settings, stop: () => stop(child, folder) };
  } catch (failed) {
    await stop(child, folder);
    throw failed;
  }
}

/** The file is written when the simulator is ready. */
async function settingsOf(child, file) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!existsSync(file)) {
    if (child.exitCode !== null) {
      throw new Error(`The simulator ended with ${child.exitCode} before it was ready`);
    }
    if (Date.now() > deadline) {
      throw new Error("The simulator isn't ready in time");
    }
    await delay(100);
  }
  return parse(await readFile(file, "utf8"));
}

/** Java properties, as far as addresses and ids need them. */
function parse(text) {
  const pairs = text.split("\n")
    .filter((line) => line.includes("=") && !line.startsWith("#"))
    .map((line) => [line.slice(0, line.indexOf("=")).trim(), line.slice(line.indexOf("=") + 1).trim()])
    .map(([name, value]) => [name, value.replaceAll("\\:", ":").replaceAll("\\=", "=")]);
  return Object.fromEntries(pairs);
}

async function stop(child, folder) {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}
