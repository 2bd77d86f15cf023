// SPDX-License-Identifier: MIT
// Learns app/core/script/rougeclasses.json from what learnclasses.rb collected, and says how well it agrees with Rouge:
//   node tests/parity/learnclasses.js samples.jsonl [app/core/script/rougeclasses.json]
// Rules are learned from the general to the particular; one is kept when it mends enough pieces that those before it
// name wrongly, so that few are needed and names of one file's variables do not get in.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const prismFolder = '/usr/share/nodejs/prismjs';
const scripts = path.join(__dirname, '../../app/core/script');
const samplesFile = process.argv[2];
const rulesFile = process.argv[3] || path.join(scripts, 'rougeclasses.json');

const context = vm.createContext({});
const run = file => vm.runInContext(fs.readFileSync(file, 'utf8'), context);
run(`${prismFolder}/components/prism-core.min.js`);
run(path.join(scripts, 'highlighter.js'));
const prism = vm.runInContext('Prism', context);
const highlighter = vm.runInContext('galleyHighlighter', context);
const components = JSON.parse(fs.readFileSync(`${prismFolder}/components.json`, 'utf8')).languages;
const languages = JSON.parse(fs.readFileSync(path.join(scripts, 'languages.json'), 'utf8'));

const last = highlighter.levels.length - 1; // the text itself

const loaded = new Set();
function load(id) {
    for (const name of highlighter.dependencies(components, id)) {
        if (!loaded.has(name))
            run(`${prismFolder}/components/prism-${name}.min.js`);
        loaded.add(name);
    }
}

// The pieces of a sample, each with its keys and the class that Rouge gives most of its characters.
function piecesOf(sample, id) {
    const classes = [];
    for (const [name, text] of sample.rouge)
        for (let i = 0; i < text.length; ++i)
            classes.push(name);
    let at = 0;
    return highlighter.pieces(prism, sample.code, prism.languages[id], id).map(piece => {
        const count = new Map();
        for (let i = 0; i < piece.text.length; ++i)
            count.set(classes[at + i] || '', (count.get(classes[at + i] || '') || 0) + 1);
        at += piece.text.length;
        return {class: most(count)[0], keys: highlighter.levels.map(key => key(piece)), visible: /\S/.test(piece.text)};
    });
}

function most(count) {
    return [...count].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
}

function predict(piece, ...tables) {
    for (const table of tables)
        for (let level = piece.keys.length - 1; level >= 0; --level)
            if (table.has(piece.keys[level]))
                return table.get(piece.keys[level]);
    return '';
}

// What most languages agree on, one vote a language: the type alone, and the type with the shape of the piece.
function commonRules(samples) {
    const rules = new Map();
    for (const level of [0, 1]) {
        const votes = new Map();
        for (const pieces of samples.values()) {
            for (const [key, count] of grouped(pieces, level))
                count_(votes, key, most(count)[0]);
        }
        for (const [key, count] of votes) {
            const [name, n] = most(count);
            const all = [...count.values()].reduce((a, b) => a + b, 0);
            const general = level ? rules.get('0' + key.slice(1).split(' ')[0]) || '' : '';
            if (all >= 3 && n >= all / 2 && name !== general)
                rules.set(key, name);
        }
    }
    return rules;
}

function count_(map, key, name) {
    if (!map.has(key))
        map.set(key, new Map());
    map.get(key).set(name, (map.get(key).get(name) || 0) + 1);
}

function grouped(pieces, level) {
    const out = new Map();
    for (const piece of pieces)
        count_(out, piece.keys[level], piece.class);
    return out;
}

// `few`: there is little to learn from, a demo or two, so less is asked of a rule.
function ownRules(pieces, common, few) {
    const rules = new Map();
    for (let level = 0; level <= last; ++level) {
        const right = new Map();
        for (const piece of pieces)
            if (predict(piece, rules, common) === piece.class)
                right.set(piece.keys[level], (right.get(piece.keys[level]) || 0) + 1);
        const kept = [];
        for (const [key, count] of grouped(pieces, level)) {
            const [name, n] = most(count);
            const all = [...count.values()].reduce((a, b) => a + b, 0);
            const mended = n - (right.get(key) || 0);
            const wanted = level < 2 ? 1 : level < last ? (few ? 2 : 4) : few ? 1 : 3;
            if (mended < wanted || n < 0.6 * all || (level === last && n < 0.9 * all))
                continue;
            const plainWord = level === last && key.startsWith(' =', 1) && all < (few ? 2 : 5);
            if (plainWord || (level === last && /^.(comment|string|cdata|prolog|template)/.test(key)))
                continue;
            kept.push([key, name]);
        }
        kept.forEach(([key, name]) => rules.set(key, name));
    }
    return rules;
}

const learn = new Map();
const measure = new Map();
for (const line of fs.readFileSync(samplesFile, 'utf8').split('\n')) {
    const sample = line && JSON.parse(line);
    const id = sample && languages[sample.lang] && languages[sample.lang].prism;
    if (!id)
        continue;
    load(id);
    const into = sample.set === 'learn' ? learn : measure;
    into.set(sample.lang, [...(into.get(sample.lang) || []), ...piecesOf(sample, id)]);
}

const common = commonRules(learn);
const lines = [];
function put(tag, rules) {
    const byClass = {};
    for (const key of [...rules.keys()].sort())
        (byClass[rules.get(key)] = byClass[rules.get(key)] || []).push(key);
    lines.push(`${JSON.stringify(tag)}: ${JSON.stringify(byClass)}`);
}
put('*', common);
let right = 0, all = 0;
for (const [tag, pieces] of [...learn].sort()) {
    const rules = ownRules(pieces, common, pieces.length < 1500);
    put(tag, rules);
    const seen = (measure.get(tag) || []).filter(piece => piece.visible);
    const hits = seen.filter(piece => predict(piece, rules, common) === piece.class).length;
    right += hits;
    all += seen.length;
    if (seen.length)
        console.log(`${tag}: ${rules.size} rules, ${hits} of ${seen.length} pieces agree`);
}
fs.writeFileSync(rulesFile, `{\n${lines.join(',\n')}\n}\n`);
console.log(`${right} of ${all} agree (${(100 * right / all).toFixed(1)} %)`);
