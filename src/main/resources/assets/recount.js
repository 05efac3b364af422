// Counts a published file of ballots again, on this device, without the program that counted it first: exact whole numbers
// and fractions throughout. It also runs alone: import { recount } from "./recount.js".

const gcd = (a, b) => { while (b) [a, b] = [b, a % b]; return a < 0n ? -a : a; };
const fraction = (n, d = 1n) => { const g = gcd(n, d) || 1n; return [n / g, d / g]; };
const plus = (a, b) => fraction(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const minus = (a, b) => fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
const times = (a, b) => fraction(a[0] * b[0], a[1] * b[1]);
const over = (a, b) => fraction(a[0] * b[1], a[1] * b[0]);
const less = (a, b) => a[0] * b[1] < b[0] * a[1];

const numbers = choice => (choice === "" ? [] : choice.split(",")).map(Number);
const points = choice => new Map((choice === "" ? [] : choice.split(",")).map(part => part.split(":").map(Number)));

function assembly(file) {
    const said = word => file.ballots.filter(it => it.choice === word).length;
    const [yes, no, abstain] = ["YES", "NO", "ABSTAIN"].map(said);
    const attended = yes + no + abstain;
    const quorum = 2 * attended > file.entitled;
    const majority = 2 * yes > attended;
    return { adopted: quorum && majority, yes, no, abstain, attended, entitled: file.entitled };
}

function owners(file) {
    const sum = word => file.ballots.filter(it => word === null || it.choice === word)
        .reduce((all, it) => [all[0] + BigInt(it.areaCentiM2), all[1] + 1n], [0n, 0n]);
    const [part, yes] = [sum(null), sum("YES")];
    const total = [BigInt(file.totalAreaCentiM2), BigInt(file.entitled)];
    const both = test => test(0) && test(1);
    const quorum = both(i => 3n * part[i] >= 2n * total[i]);
    const majority = both(i => file.special ? 4n * yes[i] >= 3n * part[i] : 2n * yes[i] > part[i]);
    return { adopted: part[1] > 0n && quorum && majority, partArea: Number(part[0]), partHeads: Number(part[1]),
        yesArea: Number(yes[0]), yesHeads: Number(yes[1]), totalArea: Number(total[0]), totalHeads: Number(total[1]) };
}

function poll(file) {
    return { adopted: null, votes: Object.fromEntries(file.options.map(option =>
        [option.number, file.ballots.filter(it => numbers(it.choice).includes(option.number)).length])) };
}

// The Method of Equal Shares: whole yuan a voter, one more at a time (a two-thousandth of a share above 2,000), then by votes.
function budget(file) {
    const hasPoints = file.voting === "CUMULATIVE" || file.voting === "SCORING";
    const isApproval = file.voting === "APPROVAL";
    const ballots = file.ballots.map(it => hasPoints ? points(it.choice)
        : new Map(numbers(it.choice).map((number, i, all) => [number, file.voting === "ORDINAL" ? all.length - i : 1])));
    const projects = file.options.map(option => {
        const cost = BigInt(option.costYuan);
        const backers = ballots.map((ballot, voter) => [voter, BigInt(ballot.get(option.number) || 0)])
            .filter(it => it[1] > 0n);
        return { number: option.number, cost, votes: backers.length, score: backers.reduce((all, it) => all + it[1], 0n),
            backers: backers.map(it => [it[0], isApproval ? cost : it[1]]).filter(it => it[1] > 0n) };
    });
    const before = (a, b) => a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : b.votes - a.votes || a.number - b.number;
    const total = chosen => chosen.reduce((all, it) => all + it.cost, 0n);
    const all = BigInt(file.budgetYuan);
    const run = endowment => {
        const left = ballots.map(() => fraction(endowment));
        const chosen = [];
        let open = projects.filter(it => it.backers.length > 0);
        for (;;) {
            open = open.filter(it => !less(it.backers.reduce((sum, b) => plus(sum, left[b[0]]), [0n, 1n]), [it.cost, 1n]));
            let best = null;
            for (const project of open) {
                const order = project.backers.slice()
                    .sort((a, b) => less(over(left[a[0]], [a[1], 1n]), over(left[b[0]], [b[1], 1n])) ? -1 : 1);
                let rest = [project.cost, 1n];
                let worth = order.reduce((sum, it) => sum + it[1], 0n);
                let price = over(rest, [worth, 1n]);
                for (const [voter, own] of order) {
                    price = over(rest, [worth, 1n]);
                    if (!less(left[voter], times(price, [own, 1n]))) break;
                    rest = minus(rest, left[voter]);
                    worth -= own;
                }
                if (!best || less(price, best.price) || !less(best.price, price) && before(project, best.project) < 0) {
                    best = { project, price };
                }
            }
            if (!best) return chosen;
            for (const [voter, own] of best.project.backers) {
                const due = times(best.price, [own, 1n]);
                left[voter] = less(due, left[voter]) ? minus(left[voter], due) : [0n, 1n];
            }
            chosen.push(best.project);
            open = open.filter(it => it !== best.project);
        }
    };
    let chosen = [];
    if (ballots.length > 0) {
        const voters = BigInt(ballots.length);
        const step = all / voters / 2000n || 1n;
        let endowment = all / (voters * step) * step;
        chosen = run(endowment);
        while (projects.some(it => it.backers.length > 0 && it.cost <= all && !chosen.includes(it)) && endowment < all) {
            const next = run(endowment += step);
            if (total(next) > all) break;
            chosen = next;
        }
    }
    let left = all - total(chosen);
    for (const project of projects.filter(it => !chosen.includes(it) && it.score > 0n)
        .sort((a, b) => a.score > b.score ? -1 : a.score < b.score ? 1 : before(a, b))) {
        if (project.cost <= left) {
            chosen = [...chosen, project];
            left -= project.cost;
        }
    }
    return { adopted: null, winners: chosen.map(it => it.number).sort((a, b) => a - b), cost: Number(total(chosen)) };
}

/** What a file of ballots adds up to. */
export function recount(file) {
    if (file.format !== "zhuxi-ballots-1" || new Set(file.ballots.map(it => it.receipt)).size < file.ballots.length) {
        throw new Error("format");
    }
    return { POLL: poll, ASSEMBLY: assembly, OWNERS: owners, BUDGET: budget }[file.kind](file);
}

const sha256 = async bytes => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map(it => it.toString(16).padStart(2, "0")).join("");

async function show() {
    const place = document.getElementById("recount");
    const [file, receipt] = [document.getElementById("file").files[0], document.getElementById("receipt").value];
    if (!file) return;
    place.replaceChildren();
    const line = (tag, words) => place.append(Object.assign(document.createElement(tag), { textContent: words }));
    try {
        const bytes = await file.arrayBuffer();
        const read = JSON.parse(new TextDecoder().decode(bytes));
        const result = recount(read);
        line("h2", read.title);
        line("pre", JSON.stringify(result, null, 2));
        line("p", place.dataset.hash + " " + await sha256(bytes));
        if (receipt.trim()) {
            const hash = await sha256(new TextEncoder().encode(receipt.replace(/[\s-]/g, "").toUpperCase()));
            const found = read.ballots.find(it => it.receipt === hash);
            line("p", found ? place.dataset.in + " " + found.choice : place.dataset.out);
        }
    } catch (fault) {
        line("p", place.dataset.bad);
    }
}

if (typeof document !== "undefined" && document.getElementById("recount")) {
    document.getElementById("file").addEventListener("change", show);
    document.getElementById("receipt").addEventListener("change", show);
}
