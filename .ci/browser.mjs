// Open the report as a reader would, and check what only a browser can tell.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [file, pictures] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const troubles = [];
const requests = [];

async function open(options) {
  const page = await browser.newPage(options);
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`file://${file}`);
  return page;
}

const page = await open({ viewport: { width: 1280, height: 1000 } });
const visible = () => page.locator("#overdue tbody tr:visible").count();
const all = await visible();
assert.ok(all > 20, "the report lists what is overdue");
assert.equal(await page.locator("html").getAttribute("lang"), "ja");
assert.equal(await page.locator("main script").count(), 0, "what the plan says is escaped");
assert.ok((await page.locator("#statuses").textContent()).includes("<script>"), "and shown as text");

await page.selectOption("select[name=owner]", "MOD");
const held = await visible();
assert.ok(held > 0 && held < all, "the owner filter narrows the table");
const changed = page.locator("#statuses tbody tr:visible");
assert.equal(await changed.count(), 0, "and the changes of others");
await page.selectOption("select[name=owner]", "");
await page.selectOption("select[name=topic]", "8");
assert.equal(await page.locator("#moves tbody tr:visible").count(), 0, "7-4b is not in topic 8");
await page.selectOption("select[name=topic]", "7");
assert.equal(await page.locator("#moves tbody tr:visible").count(), 1, "7-4b stands in topic 7");
await page.selectOption("select[name=topic]", "");
const link = page.locator("#statuses a");
assert.equal(await link.getAttribute("href"), "https://example.org/a/" + "long/".repeat(40));
const edges = await page.evaluate(() => [...document.querySelectorAll(".wide:not(.picture)")].filter(
  (box) => box.scrollWidth > box.clientWidth).length);
assert.equal(edges, 0, "no table is cut off on a desktop, however long an address");
await page.fill("input[name=text]", "ｈ３");
assert.ok((await visible()) < all, "the text filter folds width and case");
await page.fill("input[name=text]", "");
assert.equal(await visible(), all, "and lets go again");

const due = page.locator("#overdue thead th", { hasText: "期日" });
await due.locator("button").click();
assert.equal(await due.getAttribute("aria-sort"), "ascending");
await due.locator("button").click();
assert.equal(await due.getAttribute("aria-sort"), "descending");
const days = await page.locator("#overdue tbody tr td:nth-child(4)").allTextContents();
assert.deepEqual(days, [...days].sort().reverse(), "sorting by due date sorts");
await page.keyboard.press("Enter");
assert.equal(await due.getAttribute("aria-sort"), "ascending", "the keyboard sorts too");
await page.screenshot({ path: `${pictures}/desktop.png`, fullPage: true });
await page.pdf({ path: `${pictures}/print.pdf`, format: "A4" });

const phone = await open({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });
const overflow = await phone.evaluate(
  () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
);
assert.equal(overflow, 0, "the page does not scroll sideways on a phone");
await phone.screenshot({ path: `${pictures}/phone.png`, fullPage: true });

const bare = await browser.newContext({ javaScriptEnabled: false });
const still = await bare.newPage();
await still.goto(`file://${file}`);
assert.equal(await still.locator("#overdue tbody tr:visible").count(), all, "whole without script");
assert.equal(await still.locator("#filters:visible").count(), 0, "no dead controls without script");

await browser.close();
assert.deepEqual(troubles, [], "no console errors");
assert.deepEqual(requests.filter((url) => url !== `file://${file}`), [], "no request");
console.log("browser: the report works");
