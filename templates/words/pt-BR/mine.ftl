### A própria assinatura: ver, mudar, retirar, apagar; mensagens que não se quer.
### { $kind } é letter, pledge ou petition.

## Retirar, não fui eu, link vencido

withdraw-title = Retirar sua assinatura?
withdraw-text-html = Sua assinatura deixa de contar e de aparecer em <b>{ $title }</b>, e o total diminui em um.
withdraw-button = Retirar minha assinatura
withdraw-keep = Manter minha assinatura
withdrawn-title = Sua assinatura foi retirada
withdrawn-text-html = Sua assinatura não conta mais em <b>{ $title }</b>.
withdrawn-undo = Mudei de ideia: reativar minha assinatura
withdrawn-told = Enviamos uma mensagem com um link para desfazer isto. Ele funciona por 30 dias.
withdrawn-untold = Não enviamos nenhuma mensagem sobre isto, para que ninguém a encontre. Se você mudar de ideia, desfaça aqui em até um dia. Depois disso, você pode assinar de novo.
withdraw-told = Vamos enviar uma mensagem com um link para desfazer isto, que funciona por 30 dias.
withdraw-untold = Não vamos enviar nenhuma mensagem sobre isto.
back-title = Reativar sua assinatura?
back-text = Você retirou a assinatura. Com a palavra da mensagem, ela volta a contar.
back-button = Reativar minha assinatura
back-late = O prazo passou: isto funciona por 30 dias, e só enquanto é possível assinar.
word-letter = Receber nova mensagem com a palavra
not-me-title = Agradecemos o aviso
not-me-text-html = Nada foi contado em <b>{ $title }</b>, e apagamos o que foi digitado. Durante 30 dias, se outra pessoa digitar este e-mail, não vamos escrever para ele sobre isso.
not-me-self = E você, quer assinar? Pode fazer isso aqui.
not-me-why = Alguém digitou seu e-mail, talvez por engano.
gone-title = Este link não funciona mais
gone-text = Links para confirmar uma assinatura funcionam por sete dias, e só quando copiados por inteiro.
gone-code = O código da mensagem também serve: digite na página em que você assinou.
gone-new = Para receber um novo link, abra o que você assinou e escolha “Mudar ou retirar minha assinatura”, no fim da página. Se sua assinatura não chegou a ser confirmada, você pode assinar de novo: leva vinte segundos.
gone-button = Ver todos os abaixo-assinados

## Parar de receber

unsubscribe-title = Parar de receber novidades?
unsubscribe-text = Durante um ano, não vamos enviar novidades para este e-mail. O que for pedido com ele continua chegando: a mensagem para confirmar uma assinatura ou o link dela. A assinatura que você confirmou fica como está.
unsubscribe-button = Não me enviem novidades
unsubscribed-title = Não vamos enviar novidades
unsubscribed-text = Durante um ano, este e-mail não recebe novidades deste site. O que for pedido com ele continua chegando: a mensagem para confirmar uma assinatura ou o link dela. A assinatura que você confirmou fica como está.

## A própria assinatura

foot-own = Mudar ou retirar minha assinatura
signed-own = Ver ou mudar tudo o que guardamos sobre você
own-title = Sua assinatura
own-saved = Salvo. Onde sua assinatura aparece, as mudanças já estão no ar.
own-again = Sua assinatura voltou a contar.
own-standing = { $state ->
    [counted] Conta desde { $date }.
    [held] Confirmada em { $date }. Está em análise e ainda não conta.
    [withdrawn] Retirada. Tinha sido confirmada em { $date }.
   *[removed] A equipe organizadora retirou esta assinatura da contagem. Tinha sido confirmada em { $date }.
}
own-change = Mudar sua assinatura
own-save = Salvar as mudanças
own-held = O que guardamos sobre você
own-held-text = Junto com o formulário acima, isto é tudo.
own-fact-signed = Assinada em
own-fact-confirmed = Confirmada em
own-fact-number = O número da sua assinatura
own-fact-language = Idioma
own-fact-text = Texto que você assinou
own-fact-text-is = { $title }, versão { $n }
own-fact-source = Por onde você chegou
own-fact-promise = Seu compromisso
own-fact-reason = Por que você assinou
own-fact-share = Código do seu link para compartilhar
own-fact-tags = Etiquetas que a organização pôs
own-fact-identifiers = Nomes pelos quais os programas da organização a conhecem
own-fact-note = Uma nota da organização
own-fact-decision = O que a organização decidiu
own-decision = { $act ->
    [count] Contada
    [hold] Retida
   *[remove] Retirada
} em { $date }: { $cause }.
own-decision-answer = Se isso estiver errado, escreva para { $contact }.
own-cause = { $cause ->
    [program] o formulário parece ter sido preenchido por um programa
    [invented] não é o nome de uma pessoa
    [twice] a mesma pessoa assinou duas vezes
    [other-person] alguém assinou em nome de outra pessoa
    [abusive] o nome ofende alguém
    [mistake] foi retida ou retirada por engano
    [in-order] alguém conferiu e está em ordem
   *[other] outro motivo
}
own-fact-sorted = Na ordem alfabética, entra como
own-fact-first = Entre as primeiras assinaturas
own-reason = Dizer por que você assinou, ou mudar ou apagar seu motivo
own-fact-keeps = Seus dados são guardados até
own-fact-keeps-after = { $months ->
    [one] um mês
   *[other] { $months } meses
} depois do encerramento
own-consents = O que você aceitou ou recusou, e quando
own-means = { $means ->
    [own-page] nesta página
    [stop-link] pelo link para não receber mensagens
   *[form] ao assinar
}
own-mails = Mensagens que enviamos a você
own-letter = { $kind ->
    [confirm] Confirme sua assinatura
    [already] Você já tinha assinado
    [own] O link desta página
    [withdrawn] Sua assinatura foi retirada
   *[other] Mensagem
}
own-data = Baixar tudo (JSON)
own-leave = Retirar ou apagar
own-erase = Apagar meus dados
erased-title = Os dados foram apagados
erased-text-html = O nome, o e-mail e tudo o mais que foi informado com esta assinatura em <b>{ $title }</b> foram apagados: quem assinou pediu, ou o prazo para guardá-los terminou. Nada aqui diz de quem era a assinatura.
erased-counts = { $state ->
    [counted] Ela ainda conta, sem nome.
   *[other] Ela não conta.
}
erase-title = Apagar seus dados?
erase-text-html = Seu nome, seu e-mail e tudo o mais que você informou em <b>{ $title }</b> serão apagados. Não é possível desfazer, e o link da sua assinatura deixa de funcionar.
erase-all-text = Apagar tudo: o total diminui em um.
erase-counted-text = Apagar meus dados, mas manter na contagem: o total não muda, e sua assinatura conta sem nome. Fica só um código derivado do seu e-mail, para que ninguém conte duas vezes. Não é possível ler seu e-mail nesse código.
erase-all = Apagar tudo
erase-counted = Apagar meus dados, mas manter na contagem
erase-keep = Manter tudo e voltar
erase-kept-out = A equipe organizadora retirou esta assinatura da contagem, e isso não muda. Fica só um código derivado do seu e-mail. Não é possível ler seu e-mail nesse código.
ask-own-title = Mudar ou retirar minha assinatura
ask-own-text = Digite o e-mail que você usou para assinar. Se houver uma assinatura com ele, enviamos para lá o link de uma página em que você pode ver tudo o que guardamos, corrigir, escolher o que outras pessoas veem e retirar ou apagar a assinatura. Você não precisa de conta.
ask-own-email = E-mail que você usou para assinar
ask-own-email-hint = Para proteger você, esta página nunca diz se um e-mail foi usado para assinar.
ask-own-button = Receber o link
ask-own-sent = Se este e-mail foi usado para assinar, uma mensagem com o link está a caminho. Se a assinatura ainda não foi confirmada, a mensagem pede a confirmação. Pode levar alguns minutos ou, se for o terceiro pedido no mesmo dia, chegar só amanhã. Olhe também na caixa de spam.
