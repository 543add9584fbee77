/**
 * The text forms of stages 2 to 5. White space separates tokens and means nothing else. Words that mean something in
 * one place stay usable as names; a name that is none of these words and no NAME is written in back quotes.
 */
grammar Stages;

// ---- Stage 2, passes

passes : PASSES name SCANS direction=NAME slot* pass* EOF ;

slot : kind=NAME name COLON range EQUALS initial=integer origin ;

pass : PASS trigger=NAME rows=NAME LEFT_BRACE step* RIGHT_BRACE ;

step : (EVERYWHERE | place=term) (WHEN condition=name)? COLON target=name EQUALS value=term origin ;

// ---- Stage 3, automata

automaton : AUTOMATON name image headFields field* invariant* EOF ;

headFields : HEAD COLON select=name COMMA answered=name COMMA answer=name ;

field : FIELD name COLON range EQUALS rest=integer STRING origin NEXT EQUALS term ;

invariant : INVARIANT term ;

// ---- Stage 4, circuits

circuit : CIRCUIT name image encoding* channel* unit* mix* headUnit* invariant* EOF ;

encoding : ENCODING name (COMMA name)* COLON bits=integer (BIT | BITS) (COMMA code)* ;

code : value=integer ARROW bits=integer ;

unit : UNIT name EQUALS RELU LEFT_PARENTHESIS sum RIGHT_PARENTHESIS origin ;

mix : NEXT name EQUALS sum ;

headUnit : HEAD name EQUALS number TIMES RELU LEFT_PARENTHESIS sum RIGHT_PARENTHESIS ;

sum : first=summand more* ;

more : sign=(PLUS | MINUS) amount ;

summand : MINUS? amount ;

amount
    : magnitude (TIMES neighbour)?      # multiple
    | neighbour                         # single
    ;

// ---- Stage 5, filters

filter : FILTER name image channel* encoding* unitLabel* tensor* invariant* EOF ;

unitLabel : UNIT name origin ;

tensor : TENSOR name indices entry* ;

entry : name indices EQUALS number ;

indices : LEFT_BRACKET (integer (COMMA integer)*)? RIGHT_BRACKET ;

// ---- Terms, tightest first

loneTerm : term EOF ;

term
    : LEFT_PARENTHESIS term RIGHT_PARENTHESIS                                           # parenthesised
    | operator=(MIN | MAX) LEFT_PARENTHESIS left=term COMMA right=term RIGHT_PARENTHESIS # call
    | integer                                                                           # constant
    | LANE                                                                              # lane
    | termName OFFSET?                                                                  # read
    | NOT term                                                                          # not
    | left=term operator=(PLUS | MINUS) right=term                                      # binary
    | left=term operator=(LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) right=term # binary
    | left=term operator=(EQUAL | NOT_EQUAL) right=term                                 # binary
    | left=term operator=AND right=term                                                 # binary
    | left=term operator=XOR right=term                                                 # binary
    | left=term operator=OR right=term                                                  # binary
    | <assoc=right> condition=term QUESTION whenTrue=term COLON whenFalse=term          # choice
    ;

// ---- What stages share

neighbour : name OFFSET? ;

image : IMAGE COLON height=size ROWS COMMA width=size COLUMNS COMMA depth=size STEPS ;

size : MINUS? product ((PLUS | MINUS) product)* ;

product : factor (TIMES factor)* ;

factor
    : INTEGER
    | NAME
    | LEFT_PARENTHESIS size RIGHT_PARENTHESIS
    | MAX LEFT_PARENTHESIS size (COMMA size)* RIGHT_PARENTHESIS
    | BITS LEFT_PARENTHESIS size RIGHT_PARENTHESIS
    ;

channel : CHANNEL name (COLON role (COMMA role)*)? ;

role : name BIT integer (WHEN when=STRING)? meaning=STRING origin ;

origin : LEFT_BRACKET name span? RIGHT_BRACKET ;

span : line=integer COLON column=integer MINUS endLine=integer COLON endColumn=integer ;

range : low=integer RANGE high=integer ;

integer : MINUS? INTEGER ;

number : MINUS? magnitude ;

magnitude : INTEGER | DECIMAL ;

name : termName | LANE | EVERYWHERE ;

// In terms 'lane' is the lane itself, and a step that runs 'everywhere' is not one with that name for its place.
termName : NAME | QUOTED_NAME | word ;

word
    : PASSES | SCANS | PASS | WHEN | AUTOMATON | FIELD | NEXT | INVARIANT | HEAD | CIRCUIT | ENCODING | BITS | UNIT | RELU
    | FILTER | TENSOR | MIN | MAX | IMAGE | ROWS | COLUMNS | STEPS | CHANNEL | BIT
    ;

// ---- Tokens

PASSES : 'passes' ;
SCANS : 'scans' ;
PASS : 'pass' ;
EVERYWHERE : 'everywhere' ;
WHEN : 'when' ;
AUTOMATON : 'automaton' ;
FIELD : 'field' ;
NEXT : 'next' ;
INVARIANT : 'invariant' ;
HEAD : 'head' ;
CIRCUIT : 'circuit' ;
ENCODING : 'encoding' ;
BITS : 'bits' ;
UNIT : 'unit' ;
RELU : 'relu' ;
FILTER : 'filter' ;
TENSOR : 'tensor' ;
LANE : 'lane' ;
MIN : 'min' ;
MAX : 'max' ;
IMAGE : 'image' ;
ROWS : 'rows' ;
COLUMNS : 'columns' ;
STEPS : 'steps' ;
CHANNEL : 'channel' ;
BIT : 'bit' ;

ARROW : '->' ;
RANGE : '..' ;
COMMA : ',' ;
QUESTION : '?' ;
COLON : ':' ;
LEFT_PARENTHESIS : '(' ;
RIGHT_PARENTHESIS : ')' ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;
EQUALS : '=' ;
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

INTEGER : [0-9]+ ;
DECIMAL : [0-9]+ '.' [0-9]+ ;
NAME : [a-zA-Z_] [a-zA-Z0-9_.#]* ;
OFFSET : '@' [a-z_]+ ;
QUOTED_NAME : '`' (~[`\\\r\n] | ESCAPE)* '`' ;
STRING : '"' (~["\\\r\n] | ESCAPE)* '"' ;

fragment ESCAPE : '\\' ([nrt"`\\] | 'u' HEX HEX HEX HEX) ;
fragment HEX : [0-9a-f] ;

COMMENT : '//' ~[\n]* -> skip ;
SPACE : [ \t\r\n]+ -> skip ;

// Anything else, so that the parser is who complains.
UNCLOSED : ["`] ;
UNKNOWN : . ;
