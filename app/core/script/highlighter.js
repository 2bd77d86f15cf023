// SPDX-License-Identifier: MIT
// Turns Prism's token tree into spans with Rouge's short class names. Runs in the engine's QJSEngine, after prism-core.
var galleyHighlighter = (function () {
    'use strict';

    // Pieces a token is cut into, since Rouge often names parts of what Prism takes as one token.
    var cut = /\n\s*|[^\S\n]+|\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^\n])|[A-Za-z_\u00a1-\uffff][\w\u00a1-\uffff]*|\d[\w.]*|["'`]+|[^\s\w\\"'`\u00a1-\uffff]|\\/g;

    function asList(value) {
        return value === undefined ? [] : Array.isArray(value) ? value : [value];
    }

    // The languages of Prism's components.json to load for `id`, in order, each once.
    function dependencies(components, id) {
        var order = [], seen = {};
        function visit(name) {
            var entry = components[name];
            if (seen[name] || !entry)
                return;
            seen[name] = true;
            asList(entry.require).forEach(visit);
            asList(entry.modify).forEach(visit);
            order.push(name);
        }
        visit(id);
        return order;
    }

    // The quotation mark or the sign of a comment that a token begins with, else the one it stands inside.
    function quoteOf(token, outer) {
        if (token.type === 'comment' && typeof token.content === 'string')
            return token.content.slice(0, 2);
        while (typeof token !== 'string')
            token = Array.isArray(token) ? (token.length > 0 ? token[0] : '') : token.content;
        var first = token.charAt(0);
        return first === '"' || first === "'" || first === '`' ? first : outer;
    }

    // [{type, parent, quote, text}], the leaves of Prism's tree; `type` is that of the innermost token.
    function leaves(tokens, type, parent, quote, out) {
        for (var i = 0; i < tokens.length; ++i) {
            var token = tokens[i];
            if (typeof token === 'string')
                out.push({type: type, parent: parent, quote: quote, text: token});
            else if (typeof token.content === 'string')
                out.push({type: token.type, parent: type, quote: quoteOf(token, quote), text: token.content});
            else
                leaves(asList(token.content), token.type, type, quoteOf(token, quote), out);
        }
        return out;
    }

    // What kind of piece it is, by its first character: nl, ws, esc, num, flt, hex, CAPS, Cap, low, or the sign itself.
    function shape(text) {
        var c = text.charCodeAt(0);
        if (c === 10)
            return 'nl';
        if (c >= 48 && c <= 57)
            return text.indexOf('.') >= 0 ? 'flt' : /^0[xX]/.test(text) ? 'hex' : 'num';
        if ((c >= 97 && c <= 122) || c === 95 || c > 0xa0)
            return /\s/.test(text.charAt(0)) ? 'ws' : 'low';
        if (c >= 65 && c <= 90)
            return /^[A-Z][A-Z0-9_]+$/.test(text) ? 'CAPS' : 'Cap';
        if (c === 92)
            return 'esc';
        return c <= 32 ? 'ws' : text.slice(0, 3);
    }

    // What a neighbour's first character tells: a word or number, or which sign.
    function sign(piece) {
        return /^(low|Cap|CAPS|num|flt|hex)$/.test(piece.shape) ? 'w' : piece.text.charAt(0);
    }

    // The pieces of the code in order, each with what its class may depend on.
    function pieces(prism, code, grammar, language) {
        var env = {code: code, grammar: grammar, language: language};
        prism.hooks.run('before-tokenize', env);
        env.tokens = prism.tokenize(env.code, env.grammar);
        prism.hooks.run('after-tokenize', env);
        var out = [];
        leaves(env.tokens, '', '', '', []).forEach(function (leaf) {
            var parts = leaf.text.match(cut) || [];
            for (var i = 0; i < parts.length; ++i)
                out.push({type: leaf.type, parent: leaf.parent, quote: leaf.quote, text: parts[i], shape: shape(parts[i]), at: i === 0 ? '^' : i === parts.length - 1 ? '$' : ''});
        });
        var previous = '', word = '', head = '';
        out.forEach(function (piece) {
            piece.previous = previous;
            piece.word = word;
            piece.head = piece.type === '' || piece.type === 'punctuation' ? head : '';
            if (piece.shape === 'nl')
                head = '';
            else if (piece.type === 'keyword' && piece.shape === 'low')
                head = head === '' ? piece.text : head.split(' ')[0] + ' ' + piece.text;
            else if (head === '' && piece.shape !== 'ws')
                head = '-';
            if (piece.shape === 'nl' || piece.shape === 'ws')
                return;
            previous = sign(piece);
            word = piece.shape === 'low' ? piece.text : '';
        });
        var next = '';
        for (var i = out.length - 1; i >= 0; --i) {
            out[i].next = next;
            if (out[i].shape !== 'ws')
                next = sign(out[i]);
        }
        return out;
    }

    // What a rule may ask for, from the general (level 0) to the particular; the most particular rule decides.
    // A key begins with its level and the type.
    var levels = [
        function (p) { return '0' + p.type; },
        function (p) { return '1' + p.type + ' /' + p.shape; },
        function (p) { return '2' + p.type + " '" + p.quote; },
        function (p) { return '3' + p.type + ' <' + p.parent; },
        function (p) { return '4' + p.type + ' /' + p.shape + " '" + p.quote; },
        function (p) { return '5' + p.type + ' /' + p.shape + ' <' + p.parent; },
        function (p) { return '6' + p.type + ' /' + p.shape + ' ^' + p.head; },
        function (p) { return '7' + p.type + ' /' + p.shape + p.at; },
        function (p) { return '8' + p.type + ' /' + p.shape + ' +' + p.next; },
        function (p) { return '9' + p.type + ' /' + p.shape + ' -' + p.previous; },
        function (p) { return 'a' + p.type + ' /' + p.shape + ' -' + p.previous + ' +' + p.next; },
        function (p) { return 'b' + p.type + ' /' + p.shape + ' @' + p.word; },
        function (p) { return 'c' + p.type + ' =' + p.text; },
    ];

    // {tag: {class: [keys]}} of rougeclasses.json as {tag: {classes: {key: class}, used: {type: [levels, finest first]}}}.
    function readRules(file) {
        var out = {};
        Object.keys(file).forEach(function (tag) {
            var classes = Object.create(null), used = Object.create(null);
            Object.keys(file[tag]).forEach(function (name) {
                file[tag][name].forEach(function (key) {
                    var level = parseInt(key.charAt(0), 36), type = key.slice(1).split(' ')[0];
                    classes[key] = name;
                    used[type] = used[type] || [];
                    if (used[type].indexOf(level) < 0)
                        used[type].push(level);
                });
            });
            Object.keys(used).forEach(function (type) { used[type].sort(function (a, b) { return b - a; }); });
            out[tag] = {classes: classes, used: used};
        });
        return out;
    }

    // The class these rules give a piece, or undefined; '' is an answer as well: text that stands bare.
    function classBy(rules, piece) {
        var tried = rules.used[piece.type];
        for (var i = 0; tried && i < tried.length; ++i) {
            var name = rules.classes[levels[tried[i]](piece)];
            if (name !== undefined)
                return name;
        }
        return undefined;
    }

    // The language's own rules come before those that hold for most languages ('*').
    function classOf(piece, own, common) {
        var name = own && classBy(own, piece);
        if (name === undefined)
            name = classBy(common, piece);
        return name === undefined ? '' : name;
    }

    function escaped(text) {
        return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    }

    // HTML of `code`: neighbours of one class share a span, text without a class stands bare, as Rouge writes it.
    function html(prism, code, grammar, language, rules, tag) {
        var out = '', open = '', text = '';
        function flush() {
            if (text !== '')
                out += open === '' ? escaped(text) : '<span class="' + open + '">' + escaped(text) + '</span>';
            text = '';
        }
        pieces(prism, code, grammar, language).forEach(function (piece) {
            var name = classOf(piece, rules[tag], rules['*']);
            if (name !== open) {
                flush();
                open = name;
            }
            text += piece.text;
        });
        flush();
        return out;
    }

    return {dependencies: dependencies, pieces: pieces, levels: levels, readRules: readRules, html: html};
})();
