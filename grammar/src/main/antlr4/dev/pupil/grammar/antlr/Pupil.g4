/**
 * The Pupil language. Every decision but those about a name's role is made on one token, so that an error is noticed
 * at the first token that cannot go on. Rules rethrow what goes wrong; only statements and members catch it, report it
 * once and skip to where the next one starts.
 */
grammar Pupil;

options { superClass = RecoveringParser; }

file : (learner | machine) EOF ;

loneExpression : expression EOF ;

// ---- Learners

learner : LEARNER name LEFT_PARENTHESIS size (COMMA size)* RIGHT_PARENTHESIS LEFT_BRACE member* RIGHT_BRACE ;

size : name role=(FEATURES | EXAMPLES) ;

member
    : MEMORY type declarator (COMMA declarator)* SEMICOLON                                              # memory
    | ENUM name enumerationBody SEMICOLON?                                                              # enumeration
    | PROCEDURE name LEFT_PARENTHESIS (parameter (COMMA parameter)*)? RIGHT_PARENTHESIS block            # procedure
    | LEARN LEFT_PARENTHESIS EXAMPLE name RIGHT_PARENTHESIS block                                       # learn
    | PREDICT LEFT_PARENTHESIS QUERY name RIGHT_PARENTHESIS block                                       # predict
    | { refuse(); } notAMember                                                                    # noMember
    ;
catch [RecognitionException failure] { recoverMember(failure, _localctx); }

notAMember : ~(MEMORY | ENUM | PROCEDURE | LEARN | PREDICT | RIGHT_BRACE) ;

parameter
    : type name (LEFT_BRACKET expression RIGHT_BRACKET)*    # typedParameter
    | EXAMPLE name                                          # exampleParameter
    ;

// ---- Machines

machine : MACHINE name (LEFT_PARENTHESIS size (COMMA size)* RIGHT_PARENTHESIS)? LEFT_BRACE part* RIGHT_BRACE ;

part
    : SYMBOLS symbol (COMMA symbol)* SEMICOLON          # symbols
    | BLANK symbol SEMICOLON                            # blank
    | START name SEMICOLON                              # start
    | STATE name LEFT_BRACE transition* RIGHT_BRACE     # state
    | FEATURES symbol COMMA symbol SEMICOLON            # features
    | LABELS symbol COMMA symbol SEMICOLON              # labels
    | QUERY symbol SEMICOLON                            # query
    | ANSWER symbol (COMMA symbol)* SEMICOLON           # answer
    | STEPS expression SEMICOLON                        # steps
    | { refuse(); } notAPart                            # noPart
    ;
catch [RecognitionException failure] { recoverPart(failure, _localctx); }

notAPart : ~(SYMBOLS | BLANK | START | STATE | FEATURES | LABELS | QUERY | ANSWER | STEPS | RIGHT_BRACE) ;

transition : pattern ARROW (WRITE symbol COMMA)? move COMMA name SEMICOLON ;
catch [RecognitionException failure] { recoverTransition(failure, _localctx); }

pattern : ELSE | symbol (COMMA symbol)* ;

move : LEFT | RIGHT | UP | DOWN | STAY ;

symbol : NUMBER | name ;

// ---- Types

type : spelledType | typeName ;

// Not `example`: an example is a parameter of its own kind.
typeName : NAME | machineWord ;

spelledType
    : BIT                               # bitType
    | INT (lowBound RANGE sum)?         # integerType
    | ENUM enumerationBody              # enumerationType
    ;

enumerationBody : LEFT_BRACE name (COMMA name)* RIGHT_BRACE ;

// A lower bound cannot start with a name: `int d` would then be read as a bound before it is seen to be a variable.
lowBound : boundStart (TIMES unary)* (operators+=(PLUS | MINUS) product)* ;

boundStart
    : MINUS unary
    | NUMBER
    | LEFT_PARENTHESIS expression RIGHT_PARENTHESIS
    ;

declarator : name (LEFT_BRACKET expression RIGHT_BRACKET)* (ASSIGN initial=expression)? ;

// ---- Statements

block : LEFT_BRACE statement* RIGHT_BRACE ;

statement
    : spelledType declarator (COMMA declarator)* SEMICOLON                  # declaration
    | name nameStatement SEMICOLON                                          # named
    | conditional                                                           # if
    | FOR name (IN | DOWN) low=expression RANGE high=expression block       # for
    | BREAK SEMICOLON                                                       # break
    | CONTINUE SEMICOLON                                                    # continue
    | RETURN expression SEMICOLON                                           # return
    | block                                                                 # nested
    | { refuse(); } notAStatement                                           # noStatement
    ;
catch [RecognitionException failure] { recoverStatement(failure, _localctx); }

conditional : IF expression whenTrue=block (ELSE (otherwise=conditional | whenFalse=block))? ;

// An `else` here could also belong to the `if` before it, so the block refuses it.
notAStatement
    : ~(BIT | INT | ENUM | IF | ELSE | FOR | BREAK | CONTINUE | RETURN | LEFT_BRACE | RIGHT_BRACE | NAME | FEATURES | EXAMPLES
        | EXAMPLE | QUERY | SYMBOLS | BLANK | START | STATE | LABELS | ANSWER | STEPS | WRITE | LEFT | RIGHT | UP | STAY)
    ;

// What a statement is that starts with a name: the name is a type's, a procedure's or a variable's.
nameStatement
    : declarator (COMMA declarator)*                                                # namedTypeDeclaration
    | arguments                                                                     # call
    | selector? assignmentOperator expression                                       # assignment
    ;

assignmentOperator : ASSIGN | ASSIGN_AND | ASSIGN_OR | ASSIGN_XOR | ASSIGN_PLUS | ASSIGN_MINUS ;

selector
    : DOT name                                              # labelSelector
    | (LEFT_BRACKET expression RIGHT_BRACKET)+              # indexSelector
    ;

// ---- Expressions, loosest first

expression : disjunction (QUESTION whenTrue=expression COLON whenFalse=expression)? ;

disjunction : exclusion (OR exclusion)* ;

exclusion : conjunction (XOR conjunction)* ;

conjunction : equality (AND equality)* ;

equality : relation (operators+=(EQUAL | NOT_EQUAL) relation)* ;

relation : sum (operator=(LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) sum)? ;

sum : product (operators+=(PLUS | MINUS) product)* ;

product : unary (TIMES unary)* ;

unary
    : operator=(NOT | MINUS) operand=unary
    | primary
    ;

primary
    : NUMBER                                                                # number
    | LEFT_PARENTHESIS expression RIGHT_PARENTHESIS                         # parenthesised
    | name (selector | arguments)?                                          # reference
    ;

arguments : LEFT_PARENTHESIS (expression (COMMA expression)*)? RIGHT_PARENTHESIS ;

// Words that mean something in one place only stay usable as names.
name : NAME | machineWord | FEATURES | EXAMPLES | EXAMPLE | QUERY ;

machineWord : SYMBOLS | BLANK | START | STATE | LABELS | ANSWER | STEPS | WRITE | LEFT | RIGHT | UP | STAY ;

// ---- Tokens

LEARNER : 'learner' ;
MEMORY : 'memory' ;
PROCEDURE : 'procedure' ;
LEARN : 'learn' ;
PREDICT : 'predict' ;
FEATURES : 'features' ;
EXAMPLES : 'examples' ;
EXAMPLE : 'example' ;
QUERY : 'query' ;
BIT : 'bit' ;
INT : 'int' ;
ENUM : 'enum' ;
IF : 'if' ;
ELSE : 'else' ;
FOR : 'for' ;
IN : 'in' ;
DOWN : 'down' ;
BREAK : 'break' ;
CONTINUE : 'continue' ;
RETURN : 'return' ;

MACHINE : 'machine' ;
SYMBOLS : 'symbols' ;
BLANK : 'blank' ;
START : 'start' ;
STATE : 'state' ;
LABELS : 'labels' ;
ANSWER : 'answer' ;
STEPS : 'steps' ;
WRITE : 'write' ;
LEFT : 'left' ;
RIGHT : 'right' ;
UP : 'up' ;
STAY : 'stay' ;

// Words of other languages, and of later versions of this one, which get a message of their own.
FOREIGN_WORD
    : 'while' | 'do' | 'bool' | 'boolean' | 'true' | 'false' | 'float' | 'double' | 'void' | 'var' | 'let' | 'function'
    ;
HOLE : '??' ;
FOREIGN_OPERATOR
    : '&&' | '||' | '++' | '--' | '===' | '!==' | '**' | '*=' | '/=' | '%=' | '/' | '%' | '<<' | '>>' | '~' | '=>'
    | '<>' | ':=' | '...' | '..='
    ;

ARROW : '->' ;
RANGE : '..' ;
DOT : '.' ;
COMMA : ',' ;
SEMICOLON : ';' ;
QUESTION : '?' ;
COLON : ':' ;
LEFT_PARENTHESIS : '(' ;
RIGHT_PARENTHESIS : ')' ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;
ASSIGN : '=' ;
ASSIGN_AND : '&=' ;
ASSIGN_OR : '|=' ;
ASSIGN_XOR : '^=' ;
ASSIGN_PLUS : '+=' ;
ASSIGN_MINUS : '-=' ;
AND : '&' ;
OR : '|' ;
XOR : '^' ;
NOT : '!' ;
EQUAL : '==' ;
NOT_EQUAL : '!=' ;
LESS : '<' ;
LESS_OR_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_OR_EQUAL : '>=' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;

NUMBER : [0-9]+ ;
MALFORMED_NUMBER : [0-9]+ [a-zA-Z_] [a-zA-Z0-9_]* ;
NAME : [a-zA-Z_] [a-zA-Z0-9_]* ;

// Kept off the parser's channel: the one before a learner is its documentation, one without an end is an error.
COMMENT : '/*' .*? ('*/' | EOF) -> channel(HIDDEN) ;
LINE_COMMENT : '//' ~[\n]* -> skip ;
SPACE : [ \t\r\n\u000C\uFEFF]+ -> skip ;

// Anything else, one run of characters at a time; words in other alphabets and strings come in one piece.
UNKNOWN : ~[\u0000-\u007F]+ | . ;
