### O próprio site: como as assinaturas são verificadas, quem o mantém, denunciar uma página.

## Como as assinaturas são verificadas

trust-title = Como as assinaturas são verificadas
trust-confirmed-title = Confirmadas por e-mail
trust-confirmed = Depois de cada assinatura, enviamos uma mensagem ao endereço que foi digitado. A assinatura só conta quando a pessoa abre o link e toca no botão, ou digita o código. Um link que só se abre não conta nada. Se parece que foi um programa, pedimos uma palavra da mensagem.
trust-once-title = Cada pessoa uma vez
trust-once = Um endereço conta uma vez em cada abaixo-assinado. Outras formas de escrever a mesma caixa de e-mail, com pontos ou algo depois de um sinal de mais, servem para dois nomes diferentes no máximo, como quando um casal a divide. A equipe organizadora pode segurar ou retirar assinaturas que pareçam inventadas. Quem assinou vê isso na própria página.
trust-number-title = O que o número significa
trust-number = É o número de assinaturas confirmadas, e nada mais. Ele diminui quando alguém retira a sua. Ninguém pode comprar assinaturas nem somar outras, nem a equipe organizadora. Enquanto se pode assinar, as páginas o mostram a partir de 25.
trust-names-title = Quem vê o quê
trust-names = Um nome só aparece se a pessoa permitiu, e ela pode mudar isso quando quiser. Em algumas cartas todos os nomes são públicos: o formulário diz isso antes da assinatura. A equipe organizadora vê os nomes e os endereços de quem assinou. Outras organizações só recebem um endereço se a pessoa disse sim àquela organização. Por quanto tempo os dados são guardados está na página de privacidade de cada abaixo-assinado.
trust-tracking-title = Sem rastreamento
trust-tracking = Estas páginas não carregam nada de outras empresas: nem contadores, nem pixels, nem publicidade, nem fontes de fora. Só usamos um cookie quando você envia um formulário, para que a página seguinte reconheça seu navegador. Seu endereço IP não é guardado. Você não precisa de conta.
trust-limits-title = O que isto não pode mostrar
trust-limits = Um endereço confirmado não prova que há uma pessoa diferente: quem tem várias caixas de e-mail pode assinar várias vezes. Não conferimos documentos de identidade, nem queremos. E quem mantém este site tem o banco de dados: é preciso confiar em quem o mantém.
trust-report = Denunciar uma página

## Quem mantém este site

imprint-title = Quem mantém este site
imprint-operator = Este site é mantido por { $operator }.
imprint-petitions = A organização que aparece em um abaixo-assinado escreveu o texto e responde por ele. Se ela dá um endereço para contato, ele está na página.

## Denunciar uma página

report-page-title = Denunciar uma página
report-page-text = Conte a quem mantém este site o que há de errado em uma página. A equipe organizadora não fica sabendo quem denunciou.
report-page-about = Você está denunciando:
report-page-kind = O que há de errado?
report-page-kind-is = { $kind ->
    [personal] Mostra dados pessoais de alguém sem permissão
    [impostor] Finge ser outra pessoa ou organização
    [unlawful] É contra a lei
    [fraud] Pede dinheiro ou senhas, ou engana
   *[other] Outra coisa
}
report-page-words = Diga do que se trata
report-page-words-hint = Qual frase, imagem ou nome, e onde. Até 2.000 caracteres.
report-page-email = Seu e-mail
report-page-email-hint = Só se você quiser uma resposta. Quem mantém este site vê o endereço; ele é apagado com a denúncia depois de seis meses.
report-page-button = Enviar a denúncia
report-page-done-title = Agradecemos o aviso
report-page-done = Sua denúncia fica guardada para quem mantém este site. Em caso de perigo imediato, ligue para o número de emergência da sua região.
report-page-back = Voltar à página
error-report-kind = Escolha o que há de errado
error-report-words = Diga em uma frase o que há de errado, para que se possa encontrar
error-report-many = Hoje chegaram denúncias demais. Tente de novo amanhã.

## A mensagem sobre uma denúncia

mail-report-subject = Denúncia sobre uma página: { $title }
mail-report-lead = Alguém denunciou uma página do seu site.
mail-report-kind = O que há de errado: { $kind ->
    [personal] dados pessoais sem permissão
    [impostor] finge ser outra pessoa ou organização
    [unlawful] contra a lei
    [fraud] pede dinheiro ou senhas, ou engana
   *[other] outra coisa
}
mail-report-words = O que a pessoa escreveu:
mail-report-email = A pessoa quer uma resposta em { $email }.
mail-report-no-email = A pessoa não deixou endereço.
mail-report-button = Ver a página
