// Lighthouse on a running demo world, mobile profile: node pages.mjs ADDRESS DATA [PAGE…]
// Prints a table: the scores of three runs each, median, with what kept a page from the full score.
import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [base, data, ...chosen] = process.argv.slice(2);
const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const READERS = { "/": null, "/me": "resident", "/field": "steward" };
const pages = chosen.length ? chosen : Object.keys(READERS);
const accounts = JSON.parse(readFileSync(`${data}/demo-accounts.json`, "utf8"));

function cookiesOf(answer, before = {}) {
    for (const line of answer.headers.getSetCookie()) {
        const [name, value] = line.split(";")[0].split(/=(.*)/s);
        before[name] = value;
    }
    return before;
}

const asHeader = (cookies) => Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join("; ");

async function signIn(role) {
    const account = accounts.find((one) => one.roles.includes(role) && one.password);
    const form = await fetch(`${base}/sign-in`, { headers: { Accept: "text/html" } });
    const token = /name="_csrf" value="([^"]+)"/.exec(await form.text())[1];
    const cookies = cookiesOf(form);
    const answer = await fetch(`${base}/sign-in`, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: asHeader(cookies), "Sec-Fetch-Site": "same-origin" },
        body: new URLSearchParams({ _csrf: token, username: account.username, password: account.password }),
    });
    if (answer.status !== 302 || (answer.headers.get("location") ?? "").includes("/sign-in")) {
        throw new Error(`${account.username} cannot sign in`);
    }
    return asHeader(cookiesOf(answer, cookies));
}

async function measure(url, cookie) {
    const chrome = await launch({
        chromePath: process.env.ZHUXI_BROWSER,
        chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
    });
    try {
        const { lhr } = await lighthouse(url, {
            port: chrome.port,
            onlyCategories: CATEGORIES,
            ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
        });
        if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
        return lhr;
    } finally {
        await chrome.kill();
    }
}

function lost(lhr) {
    return CATEGORIES.flatMap((category) =>
        lhr.categories[category].auditRefs
            .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
            .map(({ id }) => id + (lhr.audits[id].displayValue ? ` ${lhr.audits[id].displayValue}` : "")));
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

console.log(`| page | ${CATEGORIES.join(" | ")} | below 0.9 in the last run |`);
console.log(`|---|${"---|".repeat(CATEGORIES.length)}---|`);
for (const page of pages) {
    const role = READERS[page];
    const cookie = role ? await signIn(role) : null;
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measure(base + page, cookie));
    const scores = CATEGORIES.map((category) =>
        Math.round(100 * median(runs.map((lhr) => lhr.categories[category].score ?? 0))));
    console.log(`| ${page} | ${scores.join(" | ")} | ${lost(runs.at(-1)).join(", ")} |`);
}
