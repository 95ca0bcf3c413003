# Installs the program for this user, uses its commands and its window, removes it, and fails if
# anything of that does not work. Run by the workflow of the builds.

$ErrorActionPreference = "Stop"
$setup = Get-ChildItem dist\*-windows-setup.exe | Select-Object -First 1
$folder = "$env:LOCALAPPDATA\Programs\Daymark"
$data = Join-Path $env:TEMP "daymark-smoke"

Start-Process $setup.FullName -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES" -Wait
& "$folder\daymark.exe" --version
& "$folder\daymark.exe" --data-dir $data import resources\sample\sample-diary.json
if ($LASTEXITCODE -ne 0) { throw "the sample was not imported" }
& "$folder\daymark.exe" --data-dir $data report "$env:TEMP\sheet.pdf"
if ($LASTEXITCODE -ne 0) { throw "the sheet was not written" }

$window = Start-Process "$folder\Daymark window.exe" -ArgumentList "--data-dir", $data -PassThru
Start-Sleep -Seconds 10
if ($window.HasExited) { throw "the window did not stay open" }
$null = $window.CloseMainWindow()
if (-not $window.WaitForExit(10000)) { throw "the window did not close" }

Start-Process "$folder\unins000.exe" -ArgumentList "/VERYSILENT" -Wait
if (-not (Test-Path "$data\diary.daymark")) { throw "the diary is gone" }
