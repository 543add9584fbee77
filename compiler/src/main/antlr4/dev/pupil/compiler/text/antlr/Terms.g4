/** The text form of terms. White space separates tokens and means nothing else. */
grammar Terms;

loneTerm : term EOF ;

// Tightest first.
term
    : LEFT_PARENTHESIS term RIGHT_PARENTHESIS                                           # parenthesised
    | operator=(MIN | MAX) LEFT_PARENTHESIS left=term COMMA right=term RIGHT_PARENTHESIS # call
    | integer                                                                           # constant
    | LANE                                                                              # lane
    | name OFFSET?                                                                      # read
    | NOT term                                                                          # not
    | left=term operator=(PLUS | MINUS) right=term                                      # binary
    | left=term operator=(LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) right=term # binary
    | left=term operator=(EQUAL | NOT_EQUAL) right=term                                 # binary
    | left=term operator=AND right=term                                                 # binary
    | left=term operator=XOR right=term                                                 # binary
    | left=term operator=OR right=term                                                  # binary
    | <assoc=right> condition=term QUESTION whenTrue=term COLON whenFalse=term          # choice
    ;

integer : MINUS? INTEGER ;

// A field called 'lane' is quoted, as the word alone is the lane itself.
name : NAME | QUOTED_NAME | MIN | MAX ;

LANE : 'lane' ;
MIN : 'min' ;
MAX : 'max' ;

COMMA : ',' ;
QUESTION : '?' ;
COLON : ':' ;
LEFT_PARENTHESIS : '(' ;
RIGHT_PARENTHESIS : ')' ;
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

INTEGER : [0-9]+ ;
NAME : [a-zA-Z_] [a-zA-Z0-9_.#]* ;
OFFSET : '@' [a-z_]+ ;
QUOTED_NAME : '`' (~[`\\\r\n] | ESCAPE)* '`' ;

fragment ESCAPE : '\\' ([nrt"`\\] | 'u' HEX HEX HEX HEX) ;
fragment HEX : [0-9a-f] ;

SPACE : [ \t\r\n]+ -> skip ;

// Anything else, so that the parser is who complains.
UNCLOSED : '`' ;
UNKNOWN : . ;
