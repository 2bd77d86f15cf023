// SPDX-License-Identifier: MIT
// Qt 6.4's RegExp.prototype.source puts a backslash before every slash, also before one that has its own, so that
// RegExp(/\/x/.source) looks for a backslash. Prism builds most grammars that way: the getter is made right here.
(function () {
    'use strict';
    if (/\//.source === '\\/')
        return;
    var getter = Object.getOwnPropertyDescriptor(RegExp.prototype, 'source').get;
    Object.defineProperty(RegExp.prototype, 'source', {
        configurable: true,
        get: function () {
            return getter.call(this).replace(/\\[/]/g, '/');
        },
    });
})();
