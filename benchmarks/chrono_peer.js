// Read pieces of text with chrono-node: {pieces: [{text, dct}]} in, {seconds, answers} out.
// A day is taken where chrono is certain of day or weekday, else the month, else the year it knows.
const chrono = require("chrono-node");
const { pieces } = JSON.parse(require("fs").readFileSync(0, "utf8"));

const day = (year, month, number) => new Date(Date.UTC(year, month - 1, number)).toISOString().slice(0, 10);

function days(said) {
  const [year, month, number] = ["year", "month", "day"].map((part) => said.get(part));
  if (said.isCertain("day") || said.isCertain("weekday")) return [day(year, month, number), day(year, month, number + 1)];
  if (said.isCertain("month")) return [day(year, month, 1), day(year, month + 1, 1)];
  return said.isCertain("year") ? [day(year, 1, 1), day(year + 1, 1, 1)] : null;
}

function read({ text, dct }) {
  const [year, month, number] = dct.split("-").map(Number);
  return chrono.parse(text, new Date(year, month - 1, number, 12)).flatMap((found) => {
    const first = days(found.start), last = found.end ? days(found.end) : first;
    return first && last ? [[found.index, found.index + found.text.length, first[0], last[1]]] : [];
  });
}

read({ text: "On 3 May 2010 they met.", dct: "2021-12-07" });
const before = process.cpuUsage();
const answers = pieces.map(read);
const spent = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ seconds: (spent.user + spent.system) / 1e6, answers }));
