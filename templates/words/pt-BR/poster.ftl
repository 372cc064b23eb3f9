### Cartazes, panfletos e tiras que quem organiza imprime. { $kind } é letter, pledge ou petition.

poster-scan = Aponte a câmera do celular para o quadrado
poster-or = ou digite este endereço:
poster-how = { $kind ->
    [pledge] Não precisa de conta. O compromisso é confirmado por e-mail.
   *[petition] Não precisa de conta. A assinatura é confirmada por e-mail.
}
poster-until = Até { $date }
poster-code = Código QR de { $address }
