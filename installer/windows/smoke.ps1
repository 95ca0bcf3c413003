# Installs the program for this user, uses its commands and its window, removes it, and fails if
# anything of that does not work. Run by the workflow of the builds.

$ErrorActionPreference = "Stop"
$setup = Get-ChildItem dist\*-windows-setup.exe | Select-Object -First 1
$folder = "$env:LOCALAPPDATA\Programs\Daymark"
$data = Join-Path $env:LOCALAPPDATA "daymark"   # where a diary is by itself: it must outlive the program

Start-Process $setup.FullName -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES" -Wait
& "$folder\daymark.exe" --version
if ($LASTEXITCODE -ne 0) { throw "it did not start" }
& "$folder\daymark.exe" import resources\sample\sample-diary.json
if ($LASTEXITCODE -ne 0) { throw "the sample was not imported" }
& "$folder\daymark.exe" report "$env:TEMP\sheet.pdf"
if ($LASTEXITCODE -ne 0) { throw "the sheet was not written" }
# What the window starts to have its sheet set; asked for nothing, it ends.
"" | & "$folder\daymark.exe" --set-sheets
if ($LASTEXITCODE -ne 0) { throw "the process for sheets did not start" }

$window = Start-Process "$folder\Daymark window.exe" -PassThru
Start-Sleep -Seconds 10
if ($window.HasExited) { throw "the window did not stay open" }
$null = $window.CloseMainWindow()
if (-not $window.WaitForExit(10000)) { throw "the window did not close" }

Start-Process "$folder\unins000.exe" -ArgumentList "/VERYSILENT" -Wait
# It works on in a copy of itself, which nobody can wait for.
for ($tries = 0; (Test-Path "$folder\daymark.exe") -and $tries -lt 60; $tries++) { Start-Sleep -Seconds 1 }
if (Test-Path "$folder\daymark.exe") { throw "the program is still there" }
if (-not (Test-Path "$data\diary.daymark")) { throw "the diary is gone" }
