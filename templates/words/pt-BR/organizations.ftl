### Organizações que assinam ao lado das pessoas. { $kind } é letter, pledge ou petition.

## Nas páginas do abaixo-assinado

endorse-link = Assinar em nome de uma organização
endorse-count = { $n ->
    [one] { $n } organização já assinou:
   *[other] { $n } organizações já assinaram:
}
endorse-listed = Organizações

## O formulário

endorse-title = Assinar em nome de uma organização
endorse-intro = As organizações aparecem ao lado das pessoas que assinam e são contadas à parte. Assine só se você puder falar em nome da sua.
endorse-organization = Organização
endorse-organization-hint = O nome, como deve aparecer na página.
endorse-contact-title = Quem assina por ela
endorse-contact-text = Seu nome e seu e-mail são mostrados só à equipe organizadora, { $organization }, e a mais ninguém. Servem para perguntas sobre esta assinatura.
endorse-contact = Seu nome
endorse-email = Seu e-mail na organização
endorse-email-hint = Enviamos um link para confirmar. Um e-mail da própria organização ajuda a equipe organizadora a ver que você fala por ela.
endorse-logo = Logotipo
endorse-logo-hint = PNG, JPEG ou WebP, de no máximo 2 MB e 4.000 pixels por lado. Guardamos uma cópia pequena, sem os dados ocultos do arquivo.
endorse-again = Não foi possível guardar a imagem: escolha de novo, se quiser uma.
endorse-button = { $kind ->
    [letter] Assinar a carta pela organização
    [pledge] Assumir o compromisso pela organização
   *[petition] Assinar o abaixo-assinado pela organização
}
endorse-shown = Nada fica público até você confirmar por e-mail e a equipe organizadora conferir.
endorse-closed = Não é possível assinar neste momento. A página do abaixo-assinado explica por quê.

## Confira seu e-mail

endorse-check-title = Confira seu e-mail para terminar
endorse-check-text = Abra a mensagem que enviamos ao e-mail que você informou e confirme. A assinatura só aparece depois que a equipe organizadora conferir.
endorse-check-spam = Costuma chegar em um minuto. Se não chegar, procure na caixa de spam ou envie o formulário de novo com outro e-mail. Cada endereço de e-mail recebe no máximo três mensagens destas por semana.

## A página da própria organização

endorse-confirm-tab = Confirme pela sua organização
endorse-confirm-title = Confirme a assinatura da sua organização
endorse-confirm-text = Confira se está tudo certo. A assinatura só aparece depois que a equipe organizadora conferir.
endorse-confirm-button = Confirmar pela organização
endorse-reject = Não fomos nós
endorse-own-title = A assinatura da sua organização
endorse-standing = { $state ->
    [waiting] Confirmada. A equipe organizadora ainda precisa conferir, por isso a assinatura ainda não aparece.
    [shown] Aparece entre as organizações.
    [withdrawn] Retirada. Seu nome, seu e-mail e o logotipo foram apagados.
   *[refused] A equipe organizadora decidiu não mostrar esta assinatura. Nada sobre ela é público.
}
endorse-confirmed-on = Confirmada em { $date }.
endorse-name = Organização
endorse-private = Só para a equipe organizadora
endorse-withdraw = Retirar
endorse-withdraw-title = Retirar a assinatura desta organização?
endorse-withdraw-text-html = <b>{ $name }</b> sai da página na hora, e seu nome, seu e-mail e o logotipo são apagados. Não é possível desfazer; assinar de novo leva um minuto.
endorse-withdraw-button = Retirar e apagar
endorse-withdraw-keep = Manter

## Privacidade

privacy-organizations-title = Se você assina em nome de uma organização
privacy-organizations = O nome e o logotipo da organização ficam públicos quando a equipe organizadora os mostra. Seu nome e seu e-mail são só para a equipe organizadora. Se você não confirmar, tudo é apagado depois de sete dias. Se você retirar a assinatura com o link da mensagem, seus dados e o logotipo são apagados na hora. Caso contrário, são apagados no dia informado em “Por quanto tempo”, e fica só o nome da organização.

## O que está errado

error-organization-missing = Digite o nome da organização
error-logo-large = Escolha uma imagem de no máximo 2 MB
error-logo-wide = Escolha uma imagem de no máximo 4.000 pixels por lado
error-logo-busy = Imagens demais estão sendo verificadas agora. Espere um minuto ou envie o formulário sem logotipo

## A mensagem

mail-endorse-subject = Confirme pela sua organização: { $title }
mail-endorse-subject-discreet = Confirme a mensagem que você nos enviou
mail-endorse-lead = { $name }, confirme a assinatura da sua organização, por favor. Depois, a equipe organizadora vai conferir.
mail-endorse-lead-discreet = { $name }, confirme o que você nos enviou.
mail-endorse-organization = Organização: { $organization }
mail-endorse-button = Conferir e confirmar
mail-endorse-until = O link funciona até { $date }. Depois que você confirmar, ele continua levando à assinatura da sua organização.
mail-endorse-next = A assinatura só aparece depois que a equipe organizadora conferir. Seu nome e seu e-mail são só para ela.
mail-endorsed-subject = A assinatura da sua organização: { $title }
mail-endorsed-lead = { $name }, aqui está o link da assinatura da sua organização.
mail-endorsed-button = Ver ou retirar
mail-endorse-not-you = Não foi você quem enviou isto? Não faça nada: o que foi digitado desaparece depois de { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}. Ou abra o link e toque em “Não fomos nós”.
