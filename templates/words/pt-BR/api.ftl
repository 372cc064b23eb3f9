### What programs can ask, for whoever writes them.

api-title = Para programas
api-about = Programas podem ler as petições e suas assinaturas, e entregar novas assinaturas. A interface é a da Action Network (OSDI 1.2.0): programas escritos para ela funcionam aqui assim que o endereço base é trocado.
api-base = Endereço base
api-token = Cabeçalho com o token, que proprietários e administradores criam no painel, em Tokens
api-document = Documento OpenAPI 3.1
api-scripts-title = Use aqui seus programas da Action Network
api-scripts = Crie um token no painel e coloque-o onde estava a chave da Action Network. Depois troque o endereço base:
api-parsons = parsons, antes de criar o conector:
api-osdi = osdi para Python:
api-curl = curl:
api-form-title = Um formulário na sua própria página
api-form = Cole isto em um bloco “HTML personalizado” do WordPress, ou em qualquer página que aceite um script, e ponha o identificador da petição, que está no fim do endereço dela no painel, onde está { $id }. Mude os textos como quiser. Antes, a organização precisa incluir o seu site em Parceiros e marcar que ele envia assinaturas por script.
api-blind = Esse formulário não precisa de token. A resposta só diz que ele foi recebido; a página não pode aceitar e-mails em nome de ninguém.
api-road-title = O que é diferente aqui
api-road = Um programa nunca faz uma assinatura que conta. O que ele entrega é um formulário: um e-mail vai para aquele endereço, e a assinatura conta quando for confirmada na caixa de entrada. A resposta é a mesma, saiba-se o que se souber do endereço, e os dados de quem assina só mudam pela própria caixa de entrada.
api-webhooks-title = Webhooks
api-webhooks = Os webhooks, que avisam um programa do que acontece assim que acontece, são administrados em { $base }: JSON simples, com um token que tenha a permissão webhooks:manage. Os que enviam dados de quem assina são criados e alterados no console.
api-operations-title = Endereços
api-problems-title = O que deu errado
api-problems = Os erros são JSON (RFC 9457), com a frase também em “error”. O tipo leva a um destes:
api-problem = { $name ->
    [invalid] Algo no pedido não é o que precisa ser; “errors” diz onde.
    [token] Nenhum token foi enviado, ou nenhum que abra algo.
    [scope] O token não tem esta permissão, ou vale só para outras petições.
    [refused] Nenhum programa pode fazer isto.
    [unknown] Não há nada neste endereço, ou este token não pode saber.
    [conflict] O estado em que está não permite isso agora.
   *[idempotency-key] A mesma Idempotency-Key já foi usada com outro conteúdo.
}
