// What a client that isn't ours makes of the simulator.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { BrowserFetchWithRetry, DefaultParse, InjectHeaders } from "@pnp/queryable";
import { DefaultHeaders, DefaultInit, spfi } from "@pnp/sp";
import "@pnp/sp/batching.js";
import "@pnp/sp/context-info/index.js";
import "@pnp/sp/files/index.js";
import "@pnp/sp/folders/index.js";
import "@pnp/sp/profiles/index.js";
import "@pnp/sp/webs/index.js";
import { settings, tokenByCertificate, tokenBySecret } from "./signin.js";

const FOLDER = "/User Photos/Profile Pictures";
const SIZES = ["S", "M", "L"];
const SECONDS_BEFORE_1970 = 62_135_596_800;

let admin;
let mySite;
let myToken;

before(async () => {
  admin = site(settings.adminUrl, await tokenByCertificate(settings.adminUrl, "PS256"));
  myToken = await tokenByCertificate(settings.mySiteUrl, "RS256");
  mySite = site(settings.mySiteUrl, myToken);
});

test("a profile is read with all its properties", async () => {
  const person = await admin.profiles.getPropertiesFor(claim("anna.berg"));
  assert.equal(person.DisplayName, "Anna Berg");
  assert.equal(person.AccountName, claim("anna.berg"));
  assert.equal(person.PictureUrl, `${property(person, "PictureURL")}?t=${property(person, "SPS-PictureTimestamp")}`);
  assert.equal(
    await admin.profiles.getUserProfilePropertyFor(claim("anna.berg"), "SPS-PicturePlaceholderState"), "0");
});

test("a person without a profile is a null", async () => {
  const nobody = await admin.profiles.getPropertiesFor(claim("no.profile"));
  assert.equal(nobody["odata.null"], true);
});

test("a raw apostrophe is refused, a doubled one understood", async () => {
  await assert.rejects(admin.profiles.getPropertiesFor(claim("daniel.o'hara")), { status: 400 });
  const person = await admin.profiles.getPropertiesFor(claim("daniel.o''hara"));
  assert.equal(person.DisplayName, "Daniel O'Hara");
});

test("thumbnails are uploaded, properties set, and the picture is served", async () => {
  const base = await objectId("ben.okafor");
  const source = await objectId("carla.rossi");
  const pictures = {};
  for (const size of SIZES) {
    pictures[size] = await file(`${source}_${size}Thumb.jpg`).getBuffer();
    const added = await mySite.web.getFolderByServerRelativePath(FOLDER).files
      .addUsingPath(`${base}_${size}Thumb.jpg`, pictures[size], { Overwrite: true });
    assert.equal(added.Name, `${base}_${size}Thumb.jpg`);
    assert.equal(added.Length, String(pictures[size].byteLength));
  }
  assert.notDeepEqual(await served("ben.okafor", "before"), Buffer.from(pictures.L), "no picture before PictureURL");

  const stamp = String(Math.floor(Date.now() / 1000) + SECONDS_BEFORE_1970);
  await set("ben.okafor", "PictureURL", `${settings.mySiteUrl}/User%20Photos/Profile%20Pictures/${base}_MThumb.jpg`);
  await set("ben.okafor", "SPS-PicturePlaceholderState", "0");
  await set("ben.okafor", "SPS-PictureExchangeSyncState", "1");
  await set("ben.okafor", "SPS-PictureTimestamp", stamp);

  const person = await admin.profiles.getPropertiesFor(claim("ben.okafor"));
  assert.equal(property(person, "SPS-PictureTimestamp"), stamp);
  assert.ok(person.PictureUrl.endsWith(`${base}_MThumb.jpg?t=${stamp}`));
  assert.deepEqual(Buffer.from(await file(`${base}_LThumb.jpg`).getBuffer()), Buffer.from(pictures.L));
  assert.deepEqual(await served("ben.okafor", stamp), Buffer.from(pictures.L));
});

test("a deleted picture is gone, and a placeholder served", async () => {
  const base = await objectId("zoe.mueller");
  const picture = await served("zoe.mueller", "before");
  for (const size of SIZES) {
    await file(`${base}_${size}Thumb.jpg`).delete();
  }
  await assert.rejects(file(`${base}_LThumb.jpg`).getBuffer(), { status: 404 });
  const placeholder = await served("zoe.mueller", "after");
  assert.notDeepEqual(placeholder, picture);
  assert.deepEqual(placeholder, await served("no.photo", "after"));
});

test("folders and files are listed", async () => {
  const folders = await mySite.web.getFolderByServerRelativePath("/User Photos").folders.select("Name")();
  assert.ok(folders.some((folder) => folder.Name === "Profile Pictures"));
  const files = await mySite.web.getFolderByServerRelativePath(FOLDER).files.select("Name", "Length").top(5)();
  assert.equal(files.length, 5);
});

test("a batch carries reads and writes", async () => {
  const [batched, execute] = admin.batched();
  const account = claim("turned.photo");
  const written = batched.profiles.setSingleValueProfileProperty(account, "SPS-PictureExchangeSyncState", "0");
  const read = batched.profiles.getPropertiesFor(claim("carla.rossi"));
  await execute();
  await written;
  assert.equal((await read).DisplayName, "Carla Rossi");
  assert.equal(await admin.profiles.getUserProfilePropertyFor(account, "SPS-PictureExchangeSyncState"), "0");
});

test("a form digest is given", async () => {
  const context = await admin.web.getContextInfo();
  assert.equal(context.FormDigestTimeoutSeconds, 1800);
});

test("other people's properties are refused on every host but -admin", async () => {
  await assert.rejects(
    mySite.profiles.setSingleValueProfileProperty(claim("anna.berg"), "PictureURL", ""),
    (refused) => refused.status === 500 && /PropertyNotEditableException/.test(refused.message));
});

test("a token of another host, and one by a secret, are refused", async () => {
  const account = claim("anna.berg");
  await assert.rejects(
    site(settings.adminUrl, myToken).profiles.getPropertiesFor(account),
    (refused) => refused.status === 401 && /AudienceUriValidationFailedException/.test(refused.message));
  await assert.rejects(
    site(settings.adminUrl, await tokenBySecret(settings.adminUrl)).profiles.getPropertiesFor(account),
    { status: 401 });
});

test("a throttled call is repeated after the stated time", async () => {
  const fault = { kind: "answer", site: "ADMIN", path: "(?i)getpropertiesfor", times: 1, status: 429, retryAfter: "1" };
  const armed = await fetch(`${settings.controlUrl}/control/faults`, { method: "POST", body: JSON.stringify(fault) });
  assert.equal(armed.status, 200);
  const started = performance.now();
  assert.equal((await admin.profiles.getPropertiesFor(claim("carla.rossi"))).DisplayName, "Carla Rossi");
  assert.ok(performance.now() - started >= 950, "the second call came too early");
});

test("no app makes profiles", async () => {
  await assert.rejects(
    admin.profiles.createPersonalSiteEnqueueBulk("no.profile@contoso.onmicrosoft.com"), { status: 403 });
});

function site(url, token) {
  return spfi(url).using(
    DefaultHeaders(),
    DefaultInit(),
    BrowserFetchWithRetry(),
    DefaultParse(),
    InjectHeaders({ Authorization: `Bearer ${token}` }));
}

function claim(alias) {
  return `i:0#.f|membership|${alias}@contoso.onmicrosoft.com`;
}

function property(person, name) {
  return person.UserProfileProperties.find((pair) => pair.Key === name)?.Value;
}

async function objectId(alias) {
  return admin.profiles.getUserProfilePropertyFor(claim(alias), "msOnline-ObjectId");
}

function file(name) {
  return mySite.web.getFileByServerRelativePath(`${FOLDER}/${name}`);
}

function set(alias, name, value) {
  return admin.profiles.setSingleValueProfileProperty(claim(alias), name, value);
}

/** The picture as pages see it; `t` gets around the cache. */
async function served(alias, t) {
  const query = new URLSearchParams({ size: "L", accountname: `${alias}@contoso.onmicrosoft.com`, t });
  const response = await fetch(`${settings.mySiteUrl}/_layouts/15/userphoto.aspx?${query}`, {
    headers: { Authorization: `Bearer ${myToken}` },
  });
  assert.equal(response.status, 200);
  return Buffer.from(await response.arrayBuffer());
}
