// Signs in as an app: with a certificate, as SharePoint demands, or with a secret, which it refuses.
import { X509Certificate, constants, createHash, randomUUID, sign } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const folder = process.env.SIMULATOR_FOLDER;
export const settings = JSON.parse(process.env.SIMULATOR_SETTINGS);
const endpoint = `${settings.loginUrl}/${settings.tenantId}/oauth2/v2.0/token`;

/** A token for one host; another host is another audience. */
export async function tokenByCertificate(host, algorithm = "PS256") {
  return token({
    scope: `${host}/.default`,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: await assertion(algorithm),
  });
}

export async function tokenBySecret(host) {
  const secret = await readFile(join(folder, "client-secret.txt"), "utf8");
  return token({ scope: `${host}/.default`, client_secret: secret.trim() });
}

async function token(parameters) {
  const form = { grant_type: "client_credentials", client_id: settings.clientId, ...parameters };
  const response = await fetch(endpoint, { method: "POST", body: new URLSearchParams(form) });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(`${answer.error}: ${answer.error_description}`);
  }
  return answer.access_token;
}

async function assertion(algorithm) {
  const pem = await readFile(join(folder, "client.pem"), "utf8");
  const certificate = new X509Certificate(pem);
  const thumbprint = createHash("sha256").update(certificate.raw).digest("base64url");
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: algorithm, typ: "JWT", "x5t#S256": thumbprint };
  const claims = {
    aud: endpoint,
    iss: settings.clientId,
    sub: settings.clientId,
    jti: randomUUID(),
    nbf: now - 5,
    iat: now - 5,
    exp: now + 600,
  };
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${signed}.${sign("sha256", Buffer.from(signed), keyFor(algorithm, pem)).toString("base64url")}`;
}

function keyFor(algorithm, pem) {
  const key = pem.slice(pem.indexOf("-----BEGIN PRIVATE KEY-----"));
  return algorithm === "PS256"
    ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    : { key, padding: constants.RSA_PKCS1_PADDING };
}
